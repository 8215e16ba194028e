package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.StepResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The steps of a search as a table of plain text. */
public final class StepTable {
  private static final String ROW = "%-8s %10s %8s %11s %11s %9s %9s %9s %7s %7s  %s%n";

  private StepTable() {}

  /** The table, one line a step. */
  public static String of(DimensionResult result) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            ROW,
            "phase",
            result.dimension(),
            "users",
            "offered/s",
            "delivered/s",
            "p50",
            "p99",
            "p99.9",
            "lost",
            "CPU",
            "verdict"));
    result.steps().forEach(step -> table.append(row(step)));
    return table.toString();
  }

  private static String row(StepResult step) {
    return String.format(
        ROW,
        step.phase(),
        number(step.target()),
        number(step.users()),
        number(step.offeredPerSecond()),
        number(step.deliveredPerSecond()),
        ProgressText.millis(step.latency().p50Ms()),
        ProgressText.millis(step.latency().p99Ms()),
        ProgressText.millis(step.latency().p999Ms()),
        String.format(Locale.ROOT, "%,d", step.messages().lost()),
        percent(step.server().cpuShare()),
        Judgement.of(step));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}
