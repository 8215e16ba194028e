package dev.hubbub.bots.workload;

/** Whose turn it is to act, and when; goes on for ever. */
interface Turns {
  /** No turn comes. */
  long NEVER = Long.MAX_VALUE;

  /** When the next turn is due, in nanoseconds after the start. */
  long dueNs();

  /** Whose turn it is. */
  int user();

  /** Goes on to the turn after this one. */
  void advance();

  /** Puts this turn off until its user is back, where it is that user's own; else takes it away. */
  boolean postpone(long untilNs);

  /** From so long after the start on there are so many users. */
  void joined(int users, long atNs);
}
