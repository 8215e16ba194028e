package dev.hubbub.reports.history;

import java.util.List;

/**
 * What the history says of its newest run.
 *
 * @param runs how many runs are kept, the newest and those that were left out included
 * @param alike how many of them were compared, the newest included
 * @param leftOut the others, by reason
 * @param trends one for each figure that the newest run has, in the order of {@link Metric}
 * @param words the difference to the baseline in one sentence: {@code no change beyond noise}
 */
public record History(
    int runs, int alike, List<LeftOut> leftOut, List<Trend> trends, String words) {
  /**
   * Runs that are not compared with the newest.
   *
   * @param reason what is not alike, in words
   * @param runs how many
   */
  public record LeftOut(String reason, int runs) {}

  /** Whether a figure of the newest run is worse than its baseline, beyond noise. */
  public boolean isRegression() {
    return trends.stream().anyMatch(trend -> trend.difference().kind() == Difference.Kind.WORSE);
  }
}
