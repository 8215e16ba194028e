package dev.hubbub.bots.compare;

import dev.hubbub.measure.result.RegistrationRound;
import dev.hubbub.measure.result.StepResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a step or a round came to, in a line. */
final class CompareText {
  private CompareText() {}

  static String of(StepResult step) {
    return String.format(
        Locale.ROOT,
        "%,.0f/s delivered, p50 %s, p99 %s, %s a message, lost %,d%s",
        step.deliveredPerSecond(),
        millis(step.latency().p50Ms()),
        millis(step.latency().p99Ms()),
        micros(step.server().cpuMicrosPerMessage()),
        step.messages().lost(),
        judgement(step));
  }

  static String of(RegistrationRound round) {
    return String.format(
        Locale.ROOT,
        "%,.0f/s (%.2f s), %s each, failed %,d%s%s",
        round.perSecond(),
        round.seconds(),
        micros(round.serverCpuMicros()),
        round.failed(),
        round.firstError() == null ? "" : " (" + round.firstError() + ")",
        round.limit() == null ? "" : ": no more than a lower bound: " + round.limit());
  }

  private static String judgement(StepResult step) {
    if (step.generatorLimit() != null) {
      return ": not to be trusted: " + step.generatorLimit();
    }
    return step.held() ? "" : ": missed its SLO";
  }

  static String millis(@Nullable Double value) {
    return value == null ? "unknown" : String.format(Locale.ROOT, "%.2f ms", value);
  }

  private static String micros(@Nullable Double value) {
    return value == null ? "CPU unknown" : String.format(Locale.ROOT, "%.1f µs of CPU", value);
  }
}
