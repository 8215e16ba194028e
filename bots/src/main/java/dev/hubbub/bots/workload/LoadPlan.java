package dev.hubbub.bots.workload;

import java.util.SplittableRandom;

/**
 * Who does what, one action after the other. Pure: the same seed and number of users give the same
 * actions. A cursor and not a list, for a plan may be long; users are numbers from 0.
 */
public interface LoadPlan {
  /** Goes to the next action, which is due at so many nanoseconds after the start. */
  void advance(long dueNs);

  /** What is done. */
  Action action();

  /** Who does it. */
  int actor();

  /** Who receives it, where it is a direct message. */
  int peer();

  /** How long the actor stays away, where it leaves, in nanoseconds. */
  long awayNs();

  /** A user other than the actor, all equally likely; the actor itself when it is alone. */
  static int randomPeer(SplittableRandom random, int actor, int users) {
    if (users == 1) {
      return actor;
    }
    int peer = random.nextInt(users - 1);
    return peer < actor ? peer : peer + 1;
  }
}
