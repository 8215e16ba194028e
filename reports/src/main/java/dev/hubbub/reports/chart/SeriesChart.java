package dev.hubbub.reports.chart;

import dev.hubbub.reports.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures over the time of a window. */
public final class SeriesChart {
  // More can't be told apart in a chart of this size.
  private static final int POINTS_MAX = 400;

  private SeriesChart() {}

  /**
   * One line of a chart.
   *
   * @param seconds from the start of the window, ascending
   * @param values one for each; null where nothing was measured
   */
  public record Line(
      String name, String style, List<Double> seconds, List<@Nullable Double> values) {
    /** The same in so many points at most: of neighbours the one with the highest value. */
    public Line atMost(int points) {
      int size = seconds.size();
      if (size <= points) {
        return this;
      }
      List<Double> times = new ArrayList<>();
      List<@Nullable Double> highest = new ArrayList<>();
      for (int i = 0; i < points; i++) {
        int from = (int) ((long) i * size / points);
        int best = from;
        for (int j = from; j < (int) ((long) (i + 1) * size / points); j++) {
          best = isHigher(values.get(j), values.get(best)) ? j : best;
        }
        times.add(seconds.get(best));
        highest.add(values.get(best));
      }
      return new Line(name, style, times, highest);
    }

    private static boolean isHigher(@Nullable Double value, @Nullable Double than) {
      return value != null && (than == null || value > than);
    }
  }

  /**
   * The chart, or nothing when there is no value.
   *
   * @param title of the chart
   * @param unit how a value is written
   */
  public static Optional<Chart> of(
      String id, String title, List<Line> lines, DoubleFunction<String> unit) {
    List<Series> series = lines.stream().map(line -> series(line.atMost(POINTS_MAX))).toList();
    List<Series.Corner> all = series.stream().flatMap(one -> one.line().stream()).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    double end = all.stream().mapToDouble(Series.Corner::x).max().orElse(1);
    double max = all.stream().mapToDouble(Series.Corner::y).max().orElse(1);
    return Optional.of(
        new Chart(
            id,
            title,
            series.stream()
                .filter(one -> !one.line().isEmpty())
                .map(one -> words(one, unit))
                .collect(Collectors.joining("; ", "Over the window: ", ".")),
            new Axis("seconds", LinearScale.upTo(end), Numbers::decimal),
            new Axis("", LinearScale.upTo(max), unit),
            series));
  }

  private static Series series(Line line) {
    List<Series.Corner> corners = new ArrayList<>();
    for (int i = 0; i < line.seconds.size(); i++) {
      Double value = line.values.get(i);
      if (value != null && Double.isFinite(value)) {
        corners.add(new Series.Corner(line.seconds.get(i), value));
      }
    }
    return new Series(line.name, line.style, corners, List.of());
  }

  private static String words(Series one, DoubleFunction<String> unit) {
    double max = one.line().stream().mapToDouble(Series.Corner::y).max().orElse(0);
    double last = Objects.requireNonNull(one.line().getLast()).y();
    return "%s at most %s, at the end %s".formatted(one.name(), unit.apply(max), unit.apply(last));
  }
}
