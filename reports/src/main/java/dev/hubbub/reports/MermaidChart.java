package dev.hubbub.reports;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.SloLimits;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.reports.chart.Mark;
import dev.hubbub.reports.text.DimensionWords;
import dev.hubbub.reports.text.Shown;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Load against p99 as a chart that GitHub draws from Markdown. */
final class MermaidChart {
  private static final int STEPS_MAX = 16;
  private static final MathContext DIGITS = new MathContext(3);

  private MermaidChart() {}

  /** The block, or nothing where fewer than two steps have a p99. */
  static String of(DimensionResult dimension, SloLimits slo) {
    List<StepResult> steps =
        Shown.evenly(
            dimension.steps().stream()
                .filter(step -> step.latency().p99Ms() != null && !Mark.isConfirmation(step))
                .sorted(Comparator.comparingDouble(StepResult::target))
                .toList(),
            STEPS_MAX);
    if (steps.size() < 2) {
      return "";
    }
    DimensionWords words = DimensionWords.of(dimension.dimension());
    return """
    ```mermaid
    xychart-beta
      title "%s: load against p99; the level line is the SLO"
      x-axis "%s" [%s]
      y-axis "p99 in ms"
      line [%s]
      line [%s]
    ```

    """
        .formatted(
            plain(words.title()),
            plain(words.unit()),
            join(steps, step -> (double) Math.round(step.target())),
            join(steps, step -> Objects.requireNonNull(step.latency().p99Ms())),
            join(steps, step -> slo.latencyP99MsMax()));
  }

  private static String join(List<StepResult> steps, Function<StepResult, Double> figure) {
    return steps.stream().map(step -> plain(figure.apply(step))).collect(Collectors.joining(", "));
  }

  // Three digits, and all of those before the point.
  private static String plain(double value) {
    return value >= 100
        ? Long.toString(Math.round(value))
        : new BigDecimal(value, DIGITS).toPlainString();
  }

  // What a name of a dimension that this code doesn't know could end the block with.
  private static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N} /.,-]", "");
  }
}
