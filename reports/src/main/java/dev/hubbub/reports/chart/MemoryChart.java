package dev.hubbub.reports.chart;

import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.reports.text.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Memory against idle users, with the fitted lines whose slopes are the bytes of a user. */
public final class MemoryChart {
  private MemoryChart() {}

  /** The chart, or nothing when no level has a figure. */
  public static Optional<Chart> of(String id, MemoryResult memory) {
    List<Series> series =
        List.of(
            series(
                "resident",
                "first",
                memory,
                MemoryLevel::residentBytes,
                memory.residentBytesPerUser()),
            series(
                "live heap",
                "second",
                memory,
                MemoryLevel::liveHeapBytes,
                memory.liveHeapBytesPerUser()),
            series(
                "kernel",
                "third",
                memory,
                MemoryLevel::kernelSocketBytes,
                memory.kernelSocketBytesPerUser()));
    double bytesMax =
        series.stream()
            .flatMap(one -> one.points().stream())
            .mapToDouble(Series.Point::y)
            .max()
            .orElse(-1);
    if (bytesMax < 0) {
      return Optional.empty();
    }
    int usersMax = memory.levels().stream().mapToInt(MemoryLevel::users).max().orElse(0);
    return Optional.of(
        new Chart(
            id,
            "Memory against idle users",
            description(series),
            new Axis("idle users", LinearScale.upTo(usersMax), Numbers::decimal),
            new Axis("memory", LinearScale.upTo(bytesMax, unitOf(bytesMax)), MemoryChart::label),
            series));
  }

  private static Series series(
      String name,
      String style,
      MemoryResult memory,
      Function<MemoryLevel, @Nullable Long> figure,
      @Nullable Double slope) {
    List<Series.Point> points =
        memory.levels().stream()
            .sorted(Comparator.comparingInt(MemoryLevel::users))
            .flatMap(level -> point(name, level.users(), figure.apply(level)))
            .toList();
    return new Series(name, style, slope == null ? List.of() : fit(points, slope), points);
  }

  private static Stream<Series.Point> point(String name, int users, @Nullable Long bytes) {
    if (bytes == null) {
      return Stream.empty();
    }
    String words = "%s users: %s %s".formatted(Numbers.count(users), name, Numbers.bytes(bytes));
    return Stream.of(new Series.Point(users, bytes, Mark.HELD, words));
  }

  // A line of least squares goes through the mean of its points.
  private static List<Series.Corner> fit(List<Series.Point> points, double slope) {
    if (points.size() < 2) {
      return List.of();
    }
    double meanX = points.stream().collect(Collectors.averagingDouble(Series.Point::x));
    double meanY = points.stream().collect(Collectors.averagingDouble(Series.Point::y));
    double first = points.getFirst().x();
    double last = points.getLast().x();
    return List.of(
        new Series.Corner(first, meanY + slope * (first - meanX)),
        new Series.Corner(last, meanY + slope * (last - meanX)));
  }

  private static String description(List<Series> series) {
    return series.stream()
        .filter(one -> !one.points().isEmpty())
        .map(one -> one.points().getLast().words())
        .collect(Collectors.joining("; ", "At the highest level: ", "."));
  }

  private static double unitOf(double bytesMax) {
    double unit = 1;
    while (bytesMax / unit >= Numbers.KILOBYTE) {
      unit *= Numbers.KILOBYTE;
    }
    return unit;
  }

  private static String label(double bytes) {
    return bytes == 0 ? "0" : Numbers.bytes(bytes);
  }
}
