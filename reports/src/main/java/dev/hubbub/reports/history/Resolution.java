package dev.hubbub.reports.history;

import java.util.Map;

/** How exactly a figure is known, whatever its noise. */
final class Resolution {
  private static final double SEARCHED = 0.05;
  private static final double SEARCHED_QUICKLY = 0.2;
  private static final double MEASURED = 0.01;

  private Resolution() {}

  /**
   * The standard deviation of a figure that a search found, as a share of it: a search ends when it
   * knows the load to a tolerance, and the deviation of values spread evenly over a width is the
   * width over the root of twelve.
   */
  static double of(Metric metric, HistoryRun run) {
    return switch (metric) {
      case USERS, RATE -> tolerance(run.options()) / Math.sqrt(12);
      case RESIDENT, HEAP, CPU -> MEASURED;
    };
  }

  private static double tolerance(Map<String, String> options) {
    String given = options.get("--tolerance");
    if (given != null && given.matches("0?\\.\\d+")) {
      return Double.parseDouble(given);
    }
    return "true".equals(options.get("--quick")) ? SEARCHED_QUICKLY : SEARCHED;
  }
}
