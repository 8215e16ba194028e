package dev.hubbub.bots.search;

import dev.hubbub.bots.Growth;
import dev.hubbub.bots.StepMeasurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells from a step whether the generator, or the machine under it, was at a limit. */
public final class GeneratorEvidence {
  /** 99th percentile of the send lag from which on the generator was late, in milliseconds. */
  public static final double SEND_LAG_P99_MS_MAX = 10;

  /** Share of its processors from which on the generator was starved. */
  public static final double CPU_SHARE_MAX = 0.95;

  /** How late an event loop of the generator may be: as late as a message by the default SLO. */
  public static final double LOOP_LAG_MS_MAX = 50;

  // What the operating system says when a process has no file or no local port left.
  private static final Pattern USED_UP =
      Pattern.compile(
          "too many open files|cannot assign requested address|address already in use"
              + "|no buffer space available|cannot allocate memory",
          Pattern.CASE_INSENSITIVE);

  private GeneratorEvidence() {}

  /** The evidence in words, or null when there is none. */
  public static @Nullable String of(Growth growth, StepMeasurement step) {
    List<String> evidence = new ArrayList<>();
    Double lag = step.sendLag().p99Ms() != null ? step.sendLag().p99Ms() : step.sendLag().maxMs();
    if (lag != null && lag > SEND_LAG_P99_MS_MAX) {
      evidence.add(text("it sent late: p99 %.0f ms after the due time", lag));
    }
    if (step.generatorCpuShare() >= CPU_SHARE_MAX) {
      evidence.add(text("its processors were %.0f %% busy", step.generatorCpuShare() * 100));
    }
    if (step.loopLagMsMax() > LOOP_LAG_MS_MAX) {
      evidence.add(text("its event loop was up to %.0f ms late", step.loopLagMsMax()));
    }
    if (growth.firstError() != null && USED_UP.matcher(growth.firstError()).find()) {
      evidence.add("it ran out of files or ports: " + growth.firstError());
    }
    return evidence.isEmpty() ? null : "the generator: " + String.join("; ", evidence);
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
