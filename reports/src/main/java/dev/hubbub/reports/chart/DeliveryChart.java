package dev.hubbub.reports.chart;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.reports.text.DimensionWords;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.text.Shown;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Messages offered against messages delivered, with the line on which the two are the same. */
public final class DeliveryChart {
  private DeliveryChart() {}

  /** The chart of a dimension, or nothing when it has no step that offered a message. */
  public static Optional<Chart> of(String id, DimensionResult dimension) {
    List<StepResult> steps =
        Shown.evenly(
            dimension.steps().stream()
                .filter(step -> Double.isFinite(step.offeredPerSecond()))
                .filter(step -> Double.isFinite(step.deliveredPerSecond()))
                .sorted(Comparator.comparingDouble(StepResult::offeredPerSecond))
                .toList(),
            Mark.SHOWN_MAX);
    double offeredMax = steps.stream().mapToDouble(StepResult::offeredPerSecond).max().orElse(0);
    double deliveredMax =
        steps.stream().mapToDouble(StepResult::deliveredPerSecond).max().orElse(0);
    if (offeredMax <= 0) {
      return Optional.empty();
    }
    LinearScale scale = LinearScale.upTo(Math.max(offeredMax, deliveredMax));
    Series equal =
        new Series(
            "= offered",
            "limit",
            List.of(new Series.Corner(0, 0), new Series.Corner(scale.end(), scale.end())),
            List.of());
    Series delivered =
        new Series(
            "delivered",
            "first",
            steps.stream()
                .filter(step -> !Mark.isConfirmation(step))
                .map(s -> new Series.Corner(s.offeredPerSecond(), s.deliveredPerSecond()))
                .toList(),
            steps.stream().map(DeliveryChart::point).toList());
    StepResult last = steps.getLast();
    return Optional.of(
        new Chart(
            id,
            DimensionWords.of(dimension.dimension()).title() + ": offered against delivered",
            "Of the most that was offered, %s messages/s, %s messages/s were delivered. Every figure is in the table of steps."
                .formatted(
                    Numbers.decimal(last.offeredPerSecond()),
                    Numbers.decimal(last.deliveredPerSecond())),
            new Axis("offered, messages/s", scale, Numbers::decimal),
            new Axis("delivered, messages/s", scale, Numbers::decimal),
            List.of(equal, delivered)));
  }

  private static Series.Point point(StepResult step) {
    Mark mark = Mark.of(step);
    return new Series.Point(
        step.offeredPerSecond(),
        step.deliveredPerSecond(),
        mark,
        "%s messages/s offered, %s delivered, %s"
            .formatted(
                Numbers.decimal(step.offeredPerSecond()),
                Numbers.decimal(step.deliveredPerSecond()),
                mark.words()));
  }
}
