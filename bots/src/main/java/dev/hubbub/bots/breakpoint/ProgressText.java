package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.StepProgress;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.measure.result.StepResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the live progress says. */
final class ProgressText {
  private static final int SIGNIFICANT_DIGITS = 2;

  private ProgressText() {}

  static String of(StepProgress step) {
    double seconds = Math.max(0.001, step.inPhase().toMillis() / 1e3);
    return String.format(
        Locale.ROOT,
        "%s %.0f s: %,.0f/s, p99 %s, %,d on the way",
        step.phase().name().toLowerCase(Locale.ROOT),
        seconds,
        step.delivered() / seconds,
        millis(step.p99Ms()),
        Math.max(0, step.sent() - step.delivered()));
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

  static String standing(SearchStatus status) {
    List<String> soFar = new ArrayList<>();
    soFar.add(
        status.held() == null
            ? "so far " + status.verdict() + ", none held"
            : String.format(Locale.ROOT, "so far %s %,d", status.verdict(), status.held()));
    if (status.broken() != null) {
      soFar.add(String.format(Locale.ROOT, "broke %,d", status.broken()));
    }
    soFar.add(String.format(Locale.ROOT, "lost %,d", status.lost()));
    long left = status.left().toSeconds();
    soFar.add(String.format(Locale.ROOT, "<= %d:%02d left", left / 60, left % 60));
    return String.join(", ", soFar);
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
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(SIGNIFICANT_DIGITS));
    return value < 10
        ? rounded.toPlainString() + " ms"
        : String.format(Locale.ROOT, "%,.0f ms", rounded);
  }
}
