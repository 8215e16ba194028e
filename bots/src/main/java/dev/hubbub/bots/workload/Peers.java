package dev.hubbub.bots.workload;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Whom a user writes to: one of the others, or itself when it is alone. By popularity the others
 * rank in the order of their numbers.
 */
final class Peers {
  private final SplittableRandom random;
  private final double exponent;
  private @Nullable ZipfSampler zipf;

  Peers(SplittableRandom random, Popularity popularity) {
    this.random = random;
    this.exponent = popularity.exponent();
  }

  /** A user other than the actor, of so many. */
  int next(int actor, int users) {
    if (users <= 1) {
      return actor;
    }
    int other = exponent == 0 ? random.nextInt(users - 1) : rank(users - 1) - 1;
    return other < actor ? other : other + 1;
  }

  // A new sampler costs a few logarithms, and only while users come.
  private int rank(int others) {
    if (zipf == null || zipf.ranks() != others) {
      zipf = new ZipfSampler(others, exponent);
    }
    return zipf.next(random);
  }
}
