package dev.hubbub.reports.history;

import java.util.Arrays;

/** Says each morning, from the numbers so far, whether the last night's is a regression. */
interface Alarm {
  /** Whether it sounds for the last of the numbers. */
  boolean sounds(double[] users);

  /** What a report fails on. */
  static Alarm ofReports() {
    return users ->
        TrendAnalysis.of(Metric.USERS, Kept.users(users), 0.05 / Math.sqrt(12)).difference().kind()
            == Difference.Kind.WORSE;
  }

  /** A fall by more than a fixed share since the night before. */
  static Alarm sinceNightBefore(double share) {
    return users -> users[users.length - 1] < (1 - share) * users[users.length - 2];
  }

  /** A fall by more than a fixed share below the mean of the twenty nights before. */
  static Alarm belowMean(double share) {
    return users -> {
      int last = users.length - 1;
      double mean =
          Arrays.stream(users, Math.max(0, last - Baseline.RUNS_BACK), last)
              .average()
              .orElseThrow();
      return users[last] < (1 - share) * mean;
    };
  }
}
