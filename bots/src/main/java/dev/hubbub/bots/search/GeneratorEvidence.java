package dev.hubbub.bots.search;

import dev.hubbub.bots.Growth;
import dev.hubbub.bots.StepMeasurement;
import dev.hubbub.measure.SendLag;
import dev.hubbub.measure.result.Evidence;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells from a step whether the generator, or the machine under it, was at a limit. */
public final class GeneratorEvidence {
  /** Share of its processors from which on the generator was starved. */
  public static final double CPU_SHARE_MAX = 0.95;

  /** Share of the time for which it may wait for a processor that others have. */
  public static final double CPU_WAIT_SHARE_MAX = 0.25;

  /** Share of the time for which its garbage collector may stop it: then a p99 is its own. */
  public static final double GC_SHARE_MAX = 0.01;

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
    if (SendLag.isLate(step.sendLag())) {
      note(evidence, "it sent late: p99 %.0f ms after the due time", SendLag.ms(step.sendLag()), 1);
    }
    noteProcessors(evidence, step.generatorCpuShare(), step.generatorCpuWaitShare());
    if (step.gcMs() > step.windowSeconds() * 1e3 * GC_SHARE_MAX) {
      evidence.add(text("its garbage collector stopped it for %.0f ms", step.gcMs()));
    }
    if (step.loopLagMsMax() > LOOP_LAG_MS_MAX) {
      evidence.add(text("its event loop was up to %.0f ms late", step.loopLagMsMax()));
    }
    noteUsedUp(evidence, growth);
    return words(evidence);
  }

  /** The evidence that the pace of registrations was the generator's, in words, or null. */
  public static @Nullable String of(Growth growth) {
    List<String> evidence = new ArrayList<>();
    noteProcessors(
        evidence, growth.pace().generatorCpuShare(), growth.pace().generatorCpuWaitShare());
    noteUsedUp(evidence, growth);
    return words(evidence);
  }

  /** What the result of a step says about the generator, whether it was the limit or not. */
  static Evidence of(StepResult step) {
    if (step.generatorLimit() != null) {
      return new Evidence(Evidence.Side.GENERATOR, step.generatorLimit(), true);
    }
    ProcessLoad load = step.generator();
    List<String> seen = new ArrayList<>();
    note(seen, "CPU %.0f %%", load.cpuShare(), 100);
    note(seen, "waited for a processor %.0f %% of the time", load.cpuWaitShare(), 100);
    note(seen, "event loop at most %.1f ms late", load.loopLagMsMax(), 1);
    note(seen, "stopped %.0f ms for garbage collection", load.gcMs(), 1);
    note(seen, "send lag p99 %.1f ms", step.sendLag().p99Ms(), 1);
    String text =
        seen.isEmpty() ? "unknown of the generator" : "generator: " + String.join(", ", seen);
    return new Evidence(Evidence.Side.GENERATOR, text, false);
  }

  private static void noteProcessors(List<String> evidence, double share, double waitShare) {
    if (share >= CPU_SHARE_MAX) {
      evidence.add(text("its processors were %.0f %% busy", share * 100));
    }
    if (waitShare >= CPU_WAIT_SHARE_MAX) {
      evidence.add(
          text("it waited %.0f %% of the time for a processor that others had", waitShare * 100));
    }
  }

  private static void noteUsedUp(List<String> evidence, Growth growth) {
    if (growth.firstError() != null && USED_UP.matcher(growth.firstError()).find()) {
      evidence.add("it ran out of files or ports: " + growth.firstError());
    }
  }

  private static @Nullable String words(List<String> evidence) {
    return evidence.isEmpty() ? null : "the generator: " + String.join("; ", evidence);
  }

  private static void note(
      List<String> seen, String format, @Nullable Double value, double factor) {
    if (value != null) {
      seen.add(text(format, value * factor));
    }
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
