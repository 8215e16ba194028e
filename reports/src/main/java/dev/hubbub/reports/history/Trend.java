package dev.hubbub.reports.history;

import dev.hubbub.measure.result.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure over the runs that are alike.
 *
 * @param metric the figure
 * @param points oldest first; the last is the newest run
 * @param changes where the figure changed, oldest first
 * @param difference of the newest run to its baseline
 */
public record Trend(
    Metric metric, List<Point> points, List<ChangePoint> changes, Difference difference) {
  /**
   * The figure of one run.
   *
   * @param run the run's id
   * @param startedAt when it began
   * @param gitRevision of the checkout, null when unknown
   * @param value in the unit of the metric
   * @param verdict {@code AT_LEAST} where the value is a lower bound
   */
  public record Point(
      String run,
      Instant startedAt,
      @Nullable String gitRevision,
      double value,
      Verdict.Kind verdict) {}

  /**
   * A run with which the figure changed.
   *
   * @param index of the first changed point in the trend's points
   * @param first that point
   * @param meanBefore mean of the points since the change before
   * @param meanAfter mean of the points until the next change
   * @param p how probable a difference like this is by chance
   * @param worse whether it changed for the worse
   */
  public record ChangePoint(
      int index, Point first, double meanBefore, double meanAfter, double p, boolean worse) {
    /** The change over what was before: -0.08 is eight per cent less. */
    public double share() {
      return meanAfter / meanBefore - 1;
    }
  }

  /** What the figure is, and whether it is a lower bound: {@code Users (lower bound)}. */
  public String name() {
    return points.getLast().verdict() == Verdict.Kind.AT_LEAST
        ? metric.title() + " (lower bound)"
        : metric.title();
  }
}
