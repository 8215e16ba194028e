package dev.hubbub.reports.chart;

import dev.hubbub.measure.LatencyRecorder;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.SloLimits;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.reports.text.DimensionWords;
import dev.hubbub.reports.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of the latency at the number of a search, by percentile, from the recorded
 * histogram. The axis is that of HdrHistogram's plots: every tick leaves a tenth of the messages of
 * the one before.
 */
public final class PercentileChart {
  private static final int POINTS_PER_DECADE = 20;

  private static final MathContext LABEL_DIGITS = new MathContext(4);

  private PercentileChart() {}

  /** The chart of a dimension, or nothing when no step that held has a histogram. */
  public static Optional<Chart> of(String id, DimensionResult dimension, SloLimits slo) {
    StepResult step = Decisive.step(dimension);
    LatencyRecorder latency = step == null ? null : decode(step.latency().histogram());
    return step == null || latency == null || latency.count() == 0
        ? Optional.empty()
        : chart(id, dimension, step, latency, slo.latencyP99MsMax());
  }

  private static Optional<Chart> chart(
      String id,
      DimensionResult dimension,
      StepResult step,
      LatencyRecorder latency,
      double limitMs) {
    List<Series.Corner> line = line(latency);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    LogScale shares = new LogScale(1, Math.max(100, line.getLast().x()));
    double min = Math.min(line.getFirst().y(), limitMs);
    double max = Math.max(line.getLast().y(), limitMs);
    DimensionWords words = DimensionWords.of(dimension.dimension());
    String load = Numbers.decimal(step.target()) + " " + words.unit();
    return Optional.of(
        new Chart(
            id,
            words.title() + ": latency by percentile at " + load,
            "At %s the median is %s, and the slowest of %s messages took %s."
                .formatted(
                    load,
                    Numbers.millis(step.latency().p50Ms()),
                    Numbers.count(latency.count()),
                    Numbers.millis(step.latency().maxMs())),
            new Axis("percentile", shares, PercentileChart::percentile),
            new Axis("latency (log scale)", LogScale.between(min, max), Numbers::millis),
            List.of(
                new Series(
                    "SLO " + Numbers.millis(limitMs),
                    "limit",
                    List.of(
                        new Series.Corner(shares.start(), limitMs),
                        new Series.Corner(shares.end(), limitMs)),
                    List.of()),
                new Series("latency", "second judged", line, List.of()))));
  }

  // Up to the percentile beyond which a single message lies.
  private static List<Series.Corner> line(LatencyRecorder latency) {
    List<Series.Corner> corners = new ArrayList<>();
    double decades = Math.log10((double) latency.count());
    for (int i = 0; i <= decades * POINTS_PER_DECADE; i++) {
      double beyond = Math.pow(10, (double) i / POINTS_PER_DECADE);
      double ms = latency.valueMsAt(1 - 1 / beyond);
      if (ms > 0) {
        corners.add(new Series.Corner(beyond, ms));
      }
    }
    return corners;
  }

  private static @Nullable LatencyRecorder decode(String histogram) {
    try {
      return histogram.isEmpty() ? null : LatencyRecorder.decode(histogram);
    } catch (IllegalArgumentException e) {
      // A result of somebody else's: its other figures can still be shown.
      return null;
    }
  }

  private static String percentile(double beyond) {
    BigDecimal left = BigDecimal.valueOf(100).divide(BigDecimal.valueOf(beyond), LABEL_DIGITS);
    return "p" + BigDecimal.valueOf(100).subtract(left).stripTrailingZeros().toPlainString();
  }
}
