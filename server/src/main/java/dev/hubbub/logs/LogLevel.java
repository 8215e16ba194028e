package dev.hubbub.logs;

import java.util.Locale;

/** From which importance on an event is logged. */
public enum LogLevel {
  ERROR,
  WARN,
  INFO,
  /** With each connection, and with the stack traces of faults. */
  DEBUG;

  /** As the command line names it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
