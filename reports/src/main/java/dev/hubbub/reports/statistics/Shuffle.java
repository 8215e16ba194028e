package dev.hubbub.reports.statistics;

import java.util.random.RandomGenerator;

/** Random orders, all with the same probability (Fisher and Yates, as Durstenfeld wrote it). */
final class Shuffle {
  private Shuffle() {}

  /**
   * Brings the values from {@code from} (inclusive) to {@code to} (exclusive) into a random order.
   */
  static void shuffle(double[] values, int from, int to, RandomGenerator random) {
    for (int last = to - 1; last > from; last--) {
      int other = random.nextInt(from, last + 1);
      double moved = values[last];
      values[last] = values[other];
      values[other] = moved;
    }
  }
}
