package dev.hubbub.reports.statistics;

/**
 * The place where a stretch of a series falls apart best into two.
 *
 * <p>The divergence of two samples X and Y of m and n values is {@code mn/(m+n) (2 E|X-Y| - E|X-X'|
 * - E|Y-Y'|)}, equations 5 to 7 of Matteson and James (see {@link EDivisive}) with alpha = 1.
 *
 * @param at index of the first value of the right part
 * @param divergence of the two parts; 0 when the stretch is too short to have any
 */
record EnergySplit(int at, double divergence) {
  /** No split at all. */
  static final EnergySplit NONE = new EnergySplit(-1, 0);

  /**
   * The best split of the values from {@code from} (inclusive) to {@code to} (exclusive). The right
   * part may end before {@code to}, so that a change that was taken back is not averaged away.
   *
   * @param partMin least number of values of a part, at least 2
   */
  static EnergySplit best(double[] values, int from, int to, int partMin) {
    int length = to - from;
    if (length < 2 * partMin) {
      return NONE;
    }
    double[] within = withinSums(values, from, length);
    // Of each value, the sum of its distances to those on the left of the split.
    double[] toLeft = new double[length];
    EnergySplit best = NONE;
    for (int split = 1; split <= length - partMin; split++) {
      double moved = values[from + split - 1];
      for (int i = split; i < length; i++) {
        toLeft[i] += Math.abs(values[from + i] - moved);
      }
      if (split >= partMin) {
        EnergySplit here = best(within, toLeft, split, partMin);
        best = here.divergence > best.divergence ? here : best;
      }
    }
    return new EnergySplit(from + best.at, best.divergence);
  }

  // Sums of the distances of all pairs among the first values, by how many these are.
  private static double[] withinSums(double[] values, int from, int length) {
    double[] sums = new double[length + 1];
    for (int count = 1; count <= length; count++) {
      double last = values[from + count - 1];
      double distances = 0;
      for (int i = 0; i < count - 1; i++) {
        distances += Math.abs(values[from + i] - last);
      }
      sums[count] = sums[count - 1] + distances;
    }
    return sums;
  }

  private static EnergySplit best(double[] within, double[] toLeft, int split, int partMin) {
    double between = 0;
    double highest = 0;
    for (int end = split + 1; end < within.length; end++) {
      between += toLeft[end - 1];
      if (end - split >= partMin) {
        double right = within[end] - within[split] - between;
        highest = Math.max(highest, divergence(split, end - split, within[split], right, between));
      }
    }
    return new EnergySplit(split, highest);
  }

  // The means of the distances, put over one denominator.
  private static double divergence(int m, int n, double left, double right, double between) {
    return 2 * (between - left * n / (m - 1) - right * m / (n - 1)) / (m + n);
  }
}
