package dev.hubbub.reports.chart;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.SloLimits;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.reports.text.DimensionWords;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.text.Shown;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Load against the percentiles of the latency, on a logarithmic axis, with the SLO's limit. */
public final class LatencyChart {
  // The percentile that the SLO limits: its marks say what became of the step.
  private static final String JUDGED = "p99";

  private LatencyChart() {}

  /** The chart of a dimension, or nothing when no step has a latency. */
  public static Optional<Chart> of(String id, DimensionResult dimension, SloLimits slo) {
    List<Series> percentiles =
        List.of(
            series("p50", "first", dimension, Percentiles::p50Ms),
            series(JUDGED, "second judged", dimension, Percentiles::p99Ms),
            series("p99.9", "third", dimension, Percentiles::p999Ms));
    DoubleSummaryStatistics values =
        percentiles.stream()
            .flatMap(one -> one.points().stream())
            .mapToDouble(Series.Point::y)
            .summaryStatistics();
    if (values.getCount() == 0) {
      return Optional.empty();
    }
    double limitMs = slo.latencyP99MsMax();
    LinearScale loads =
        LinearScale.upTo(
            dimension.steps().stream().mapToDouble(StepResult::target).max().orElse(0));
    Stream<Series> all =
        limitMs > 0
            ? Stream.concat(Stream.of(limit(limitMs, loads)), percentiles.stream())
            : percentiles.stream();
    double min = limitMs > 0 ? Math.min(values.getMin(), limitMs) : values.getMin();
    double max = Math.max(values.getMax(), limitMs);
    DimensionWords words = DimensionWords.of(dimension.dimension());
    return Optional.of(
        new Chart(
            id,
            words.title() + ": load against latency",
            description(dimension, percentiles, limitMs),
            new Axis(words.unit(), loads, Numbers::decimal),
            new Axis("latency (log scale)", LogScale.between(min, max), Numbers::millis),
            all.toList()));
  }

  private static Series limit(double limitMs, LinearScale loads) {
    return new Series(
        "SLO " + Numbers.millis(limitMs),
        "limit",
        List.of(new Series.Corner(0, limitMs), new Series.Corner(loads.end(), limitMs)),
        List.of());
  }

  // The line joins the steps of the search; a confirmation has the load of a step on it and stands
  // alone.
  private static Series series(
      String name,
      String style,
      DimensionResult dimension,
      Function<Percentiles, @Nullable Double> percentile) {
    List<Known> known =
        Shown.evenly(
                dimension.steps().stream()
                    .sorted(Comparator.comparingDouble(StepResult::target))
                    .toList(),
                Mark.SHOWN_MAX)
            .stream()
            .flatMap(step -> Known.of(step, percentile.apply(step.latency())))
            .toList();
    String unit = DimensionWords.of(dimension.dimension()).unit();
    return new Series(
        name,
        style,
        known.stream()
            .filter(one -> !Mark.isConfirmation(one.step))
            .map(one -> new Series.Corner(one.step.target(), one.ms))
            .toList(),
        known.stream().map(one -> one.point(name, unit)).toList());
  }

  private static String description(
      DimensionResult dimension, List<Series> percentiles, double limitMs) {
    StringBuilder words = new StringBuilder("Latency from the due time at rising load.");
    String unit = DimensionWords.of(dimension.dimension()).unit();
    for (Series one : percentiles) {
      if (!one.points().isEmpty()) {
        Series.Point first = one.points().getFirst();
        Series.Point last = one.points().getLast();
        words.append(
            " %s: %s at %s %s, %s at %s %s."
                .formatted(
                    one.name(),
                    Numbers.millis(first.y()),
                    Numbers.decimal(first.x()),
                    unit,
                    Numbers.millis(last.y()),
                    Numbers.decimal(last.x()),
                    unit));
      }
    }
    return words
        .append(" The SLO allows a p99 of ")
        .append(Numbers.millis(limitMs))
        .append(". Every figure is in the table of steps.")
        .toString();
  }

  /** A step with a latency that a logarithmic axis can show. */
  private record Known(StepResult step, double ms) {
    static Stream<Known> of(StepResult step, @Nullable Double ms) {
      return ms != null && ms > 0 && Double.isFinite(ms)
          ? Stream.of(new Known(step, ms))
          : Stream.empty();
    }

    Series.Point point(String name, String unit) {
      boolean isJudged = name.equals(JUDGED);
      Mark mark = Mark.of(step);
      String load = Numbers.decimal(step.target()) + " " + unit;
      String words = load + ": " + name + " " + Numbers.millis(ms) + ", " + mark.words();
      return new Series.Point(step.target(), ms, isJudged ? mark : Mark.PLAIN, words);
    }
  }
}
