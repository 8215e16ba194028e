package dev.hubbub.bots.workload;

/**
 * Who does what and when, one action after the other. Pure: the same seed and the same users give
 * the same actions at the same times. A cursor and not a list, for a plan may be long and has no
 * end; users are numbers from 0.
 */
public interface LoadPlan {
  /** Goes to the next action; at first, to the first one. */
  void advance();

  /** When it is due, in nanoseconds after the start; never before the one before it. */
  long dueNs();

  /** What is done. */
  Action action();

  /** Who does it. */
  int actor();

  /** Who receives it, where it is a direct message. */
  int peer();

  /** Size of its text, in bytes. */
  int payloadBytes();

  /** How long the actor stays away, where it leaves, in nanoseconds. */
  long awayNs();
}
