package dev.hubbub.gatling.stats;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The protocol's own times as a table for the console, to the microsecond. */
public final class StatsText {
  private static final String ROW = "%-32s %10s %10s %10s %10s %10s %10s%n";

  private StatsText() {}

  /** The text, which ends with a line feed. */
  public static String of(GatlingStats stats) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%nTimes of what succeeded, in ms; a warm-up of %.1f s before it is left out.%n",
            stats.warmupSeconds()));
    text.append(String.format(ROW, "", "count", "p50", "p90", "p99", "p99.9", "max"));
    for (StepStats step : stats.steps()) {
      if (step.times() != null) {
        text.append(row(title(step), step.times()));
      }
    }
    return text.toString();
  }

  private static String row(String title, StepPercentiles times) {
    return String.format(
        Locale.ROOT,
        ROW,
        title,
        String.format(Locale.ROOT, "%,d", times.count()),
        ms(times.p50Ms()),
        ms(times.p90Ms()),
        ms(times.p99Ms()),
        ms(times.p999Ms()),
        ms(times.maxMs()));
  }

  private static String title(StepStats step) {
    return Stream.of(step.groups(), List.of(step.name()))
        .flatMap(List::stream)
        .collect(Collectors.joining(" / "));
  }

  private static String ms(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%,.3f", value);
  }
}
