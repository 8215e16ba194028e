package dev.hubbub.reports.words;

import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.text.PlainText;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column of numbers in the table of steps.
 *
 * @param group the heading above the headings of neighbouring columns
 * @param title with the unit
 * @param isCompact whether the Markdown summary shows it too
 * @param value how a cell is written
 */
public record StepColumn(
    String group, String title, boolean isCompact, Function<StepResult, String> value) {

  /** The columns in their order. */
  public static final List<StepColumn> ALL =
      List.of(
          compact("Load", "target", step -> Numbers.decimal(step.target())),
          full("Load", "users", step -> Numbers.count(step.users())),
          full("Load", "window s", step -> Numbers.decimal(step.windowSeconds())),
          compact("Messages/s", "offered", step -> Numbers.decimal(step.offeredPerSecond())),
          compact("Messages/s", "delivered", step -> Numbers.decimal(step.deliveredPerSecond())),
          compact("Messages", "lost", step -> Numbers.count(step.messages().lost())),
          full("Messages", "duplicated", step -> Numbers.count(step.messages().duplicated())),
          full("Messages", "reordered", step -> Numbers.count(step.messages().reordered())),
          full("Messages", "refused", step -> Numbers.count(step.messages().refused())),
          compact("Latency, ms", "p50", step -> Numbers.decimal(step.latency().p50Ms())),
          compact("Latency, ms", "p99", step -> Numbers.decimal(step.latency().p99Ms())),
          full("Latency, ms", "p99.9", step -> Numbers.decimal(step.latency().p999Ms())),
          full("Latency, ms", "max", step -> Numbers.decimal(step.latency().maxMs())),
          full("Send lag, ms", "p99", step -> Numbers.decimal(step.sendLag().p99Ms())),
          compact("Server", "CPU", step -> Numbers.percent(step.server().cpuShare())),
          full("Server", "µs/msg", step -> Numbers.decimal(step.server().cpuMicrosPerMessage())),
          full("Generator", "CPU", step -> Numbers.percent(step.generator().cpuShare())));

  /** What became of a step: that it held, or every clause that it missed; and who was the limit. */
  public static String outcome(StepResult step) {
    String slo =
        step.held()
            ? "held"
            : step.failures().stream()
                .map(StepColumn::words)
                .collect(Collectors.joining("; ", "failed: ", ""));
    return step.generatorLimit() == null ? slo : slo + "; " + PlainText.line(step.generatorLimit());
  }

  private static String words(SloFailure failure) {
    return PlainText.line(
        "%s %s (allowed: %s)".formatted(failure.clause(), failure.actual(), failure.limit()));
  }

  private static StepColumn compact(
      String group, String title, Function<StepResult, String> value) {
    return new StepColumn(group, title, true, value);
  }

  private static StepColumn full(String group, String title, Function<StepResult, String> value) {
    return new StepColumn(group, title, false, value);
  }
}
