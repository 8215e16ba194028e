package dev.hubbub.reports.compare;

import dev.hubbub.reports.statistics.PermutationTest;
import dev.hubbub.reports.statistics.Sample;
import dev.hubbub.reports.text.Numbers;
import java.util.List;

/**
 * Whether two samples differ by more than chance.
 *
 * @param outcome which is the better
 * @param words why
 */
public record Judgement(Outcome outcome, String words) {
  /** The largest p with which a difference is called one. */
  static final double P_MAX = 0.05;

  // With which two samples of the same size can come to P_MAX.
  private static final int ENOUGH = 4;

  /** Nothing can be said. */
  static Judgement undecided(String why) {
    return new Judgement(Outcome.UNDECIDED, why);
  }

  /**
   * Judges two samples by a permutation test of their means.
   *
   * @param sort what the values are of: {@code searches}
   */
  static Judgement of(
      List<Double> first, List<Double> second, boolean higherIsBetter, String sort) {
    if (PermutationTest.pMin(first.size(), second.size()) > P_MAX) {
      return undecided(
          "can't be decided: %d and %d %s; %d each are needed"
              .formatted(first.size(), second.size(), sort, ENOUGH));
    }
    double[] a = first.stream().mapToDouble(Double::doubleValue).toArray();
    double[] b = second.stream().mapToDouble(Double::doubleValue).toArray();
    double p = PermutationTest.p(a, b);
    if (p > P_MAX) {
      return new Judgement(
          Outcome.SAME, "no difference beyond noise (p = %s)".formatted(Numbers.decimal(p)));
    }
    boolean better = Sample.mean(b) > Sample.mean(a) == higherIsBetter;
    return new Judgement(
        better ? Outcome.BETTER : Outcome.WORSE,
        "%s (p = %s)".formatted(better ? "better" : "worse", Numbers.decimal(p)));
  }
}
