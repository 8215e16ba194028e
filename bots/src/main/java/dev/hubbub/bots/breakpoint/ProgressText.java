package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.StepProgress;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.measure.result.StepResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the live progress says. */
final class ProgressText {
  private ProgressText() {}

  static String of(StepProgress step) {
    return String.format(
        Locale.ROOT,
        "%s %.0f s: %,d sent, %,d delivered, p99 %s",
        step.phase().name().toLowerCase(Locale.ROOT),
        step.elapsed().toMillis() / 1e3,
        step.sent(),
        step.delivered(),
        millis(step.p99Ms()));
  }

  static String started(int number, Dimension dimension, Step step) {
    return String.format(
        Locale.ROOT,
        "%s step %d (%s): %,d %s",
        dimension,
        number,
        step.phase().text(),
        step.target(),
        unit(dimension));
  }

  static String ended(int number, Dimension dimension, StepResult step) {
    return String.format(
        Locale.ROOT,
        "%s step %d (%s): %,.0f %s: %,.0f/s delivered, p99 %s, lost %,d: %s",
        dimension,
        number,
        step.phase(),
        step.target(),
        unit(dimension),
        step.deliveredPerSecond(),
        millis(step.latency().p99Ms()),
        step.messages().lost(),
        Judgement.of(step));
  }

  private static String unit(Dimension dimension) {
    return dimension == Dimension.USERS ? "users" : "messages/s";
  }

  static String millis(@Nullable Double value) {
    if (value == null) {
      return "-";
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f ms" : "%,.0f ms", value);
  }
}
