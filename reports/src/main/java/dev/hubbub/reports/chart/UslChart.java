package dev.hubbub.reports.chart;

import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.usl.UslResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Measured throughput beside the fitted law. */
public final class UslChart {
  private UslChart() {}

  /** The chart, or nothing without levels. */
  public static Optional<Chart> of(String id, UslResult.Fitted fit) {
    List<UslResult.Level> levels =
        fit.levels().stream()
            .sorted(Comparator.comparingDouble(UslResult.Level::offeredPerSecond))
            .toList();
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    double yMax =
        levels.stream()
            .mapToDouble(level -> Math.max(level.deliveredPerSecond(), level.fittedPerSecond()))
            .max()
            .orElse(1);
    return Optional.of(
        new Chart(
            id,
            "Throughput against the Universal Scalability Law",
            fit.words(),
            new Axis(
                "offered, messages/s",
                LinearScale.upTo(levels.getLast().offeredPerSecond()),
                Numbers::decimal),
            new Axis("delivered, messages/s", LinearScale.upTo(yMax), Numbers::decimal),
            List.of(
                new Series(
                    "the law",
                    "second",
                    levels.stream()
                        .map(l -> new Series.Corner(l.offeredPerSecond(), l.fittedPerSecond()))
                        .toList(),
                    List.of()),
                new Series(
                    "measured",
                    "first",
                    List.of(),
                    levels.stream().map(UslChart::point).toList()))));
  }

  private static Series.Point point(UslResult.Level level) {
    return new Series.Point(
        level.offeredPerSecond(),
        level.deliveredPerSecond(),
        Mark.HELD,
        "%s messages/s offered: %s delivered, %s by the law"
            .formatted(
                Numbers.decimal(level.offeredPerSecond()),
                Numbers.decimal(level.deliveredPerSecond()),
                Numbers.decimal(level.fittedPerSecond())));
  }
}
