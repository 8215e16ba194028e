package dev.hubbub.reports.threshold;

import dev.hubbub.cli.ExitStatus;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;

/** What a command fails on. */
public final class ThresholdOptions {
  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "WHAT",
      description =
          "Ends with a status other than 0 on: regression (3), slo (3: a search held no load),"
              + " invalid (4). Can be repeated, or a list with commas. Default: none of them.")
  private Set<FailOn> failOn = EnumSet.noneOf(FailOn.class);

  /** Whether it was asked for. */
  public boolean has(FailOn kind) {
    return failOn.contains(kind);
  }

  /** The exit status; says on {@code err} what failed. INVALID outweighs the others. */
  public int status(Collection<Threshold> thresholds, PrintWriter err) {
    List<Threshold> failed =
        thresholds.stream().filter(one -> has(one.kind()) && !one.passed()).toList();
    failed.forEach(one ->
        err.println(
            "failed on " + one.kind().name().toLowerCase(Locale.ROOT) + ": " + one.words()));
    err.flush();
    return failed.stream().mapToInt(one -> one.kind().exitStatus()).max().orElse(ExitStatus.DONE);
  }
}
