package dev.hubbub.reports.chart;

import dev.hubbub.reports.history.Metric;
import dev.hubbub.reports.history.Trend;
import dev.hubbub.reports.text.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A figure from run to run, with the runs at which it changed. */
public final class TrendChart {
  private static final int RUNS_MAX = 200;

  private TrendChart() {}

  /** The chart of the latest runs, or nothing with fewer than two. */
  public static Optional<Chart> of(String id, Trend trend) {
    int size = trend.points().size();
    if (size < 2) {
      return Optional.empty();
    }
    int first = Math.max(0, size - RUNS_MAX);
    DoubleFunction<String> label = label(trend.metric());
    double max = trend.points().stream().mapToDouble(Trend.Point::value).max().orElse(1);
    List<Integer> changed = trend.changes().stream().map(Trend.ChangePoint::index).toList();
    List<Series.Point> points =
        IntStream.range(first, size)
            .mapToObj(i -> point(i, trend.points().get(i), changed.contains(i), label))
            .toList();
    return Optional.of(
        new Chart(
            id,
            trend.metric().title() + " from run to run",
            description(trend, label),
            new Axis("run", LinearScale.upTo(size), Numbers::decimal),
            new Axis(trend.metric().unit(), LinearScale.upTo(max), label),
            List.of(
                new Series(
                    "latest",
                    "first",
                    points.stream().map(point -> new Series.Corner(point.x(), point.y())).toList(),
                    points))));
  }

  private static Series.Point point(
      int index, Trend.Point point, boolean changed, DoubleFunction<String> label) {
    return new Series.Point(
        index + 1.0,
        point.value(),
        changed ? Mark.CONFIRMED : Mark.PLAIN,
        "run %s, %s: %s, %s%s"
            .formatted(
                Numbers.count(index + 1),
                point.startedAt(),
                label.apply(point.value()),
                point.verdict(),
                changed ? "; a change" : ""));
  }

  private static String description(Trend trend, DoubleFunction<String> label) {
    String changes =
        trend.changes().stream()
            .map(change ->
                "from %s to %s at run %s"
                    .formatted(
                        label.apply(change.meanBefore()),
                        label.apply(change.meanAfter()),
                        Numbers.count(change.index() + 1)))
            .collect(Collectors.joining(", "));
    return "The newest is "
        + label.apply(trend.points().getLast().value())
        + (changes.isEmpty()
            ? ". It never changed beyond noise."
            : ". It changed " + changes + ".");
  }

  /** How a value of a metric is written. */
  public static DoubleFunction<String> label(Metric metric) {
    return metric.unit().equals("bytes") ? Numbers::bytes : Numbers::decimal;
  }
}
