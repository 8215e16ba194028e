package dev.hubbub.bots.breakpoint;

import java.util.Locale;

/** What a search raises. */
public enum Dimension {
  /** Registered users, at a fixed rate of messages a user. */
  USERS,
  /** Messages a second, at a fixed number of users. */
  RATE;

  /** As the run result and the command line spell it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
