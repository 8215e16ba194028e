package dev.hubbub.logs;

import java.util.Locale;

/** How a line of the log is written. */
public enum LogFormat {
  /** For people: time, level, source, message, then {@code key="value"}. */
  TEXT,
  /** For programs: one JSON object a line, in ASCII. */
  JSON;

  /** As the command line names it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
