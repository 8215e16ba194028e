package dev.hubbub.bots;

import dev.hubbub.bots.workload.Ramp;
import dev.hubbub.bots.workload.Times;
import dev.hubbub.bots.workload.WorkloadSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Options of how users come and go, and of those that misbehave. */
final class TurmoilOptions {
  @Option(
      names = "--ramp",
      paramLabel = "N/TIME|TIME",
      description =
          "Users come during the load: 50/2s lets 50 come every two seconds, 8s spreads all of"
              + " them over so long.")
  private @Nullable String ramp;

  @Option(
      names = "--churn",
      paramLabel = "SHARE",
      description = "Share of the users that leave each second, to come back.")
  private @Nullable Double churn;

  @Option(
      names = "--away",
      paramLabel = "TIMES",
      description = "How long one who leaves stays away. Default: uniform:100ms-1s.")
  private @Nullable String away;

  @Option(
      names = "--storm",
      paramLabel = "TIME",
      description = "So often all users leave at once and come back at once.")
  private @Nullable String storm;

  @Option(
      names = "--abusers",
      paramLabel = "SHARE",
      description =
          "Chaos bots for each user, on top of the users; they check what the server answers."
              + " Default: 0; 0.1 with --chaos.")
  private @Nullable Double abusers;

  @Option(
      names = "--chaos",
      paramLabel = "NAME",
      split = ",",
      showDefaultValue = Visibility.NEVER,
      description =
          "What chaos bots do: all, or some of fragments, glued, bytewise, garbage, oversize,"
              + " stubborn, duplicates, half-close, half-open, slow-reader, resets, name-race.")
  private @Nullable List<String> chaos;

  /** The settings with what these options say. */
  WorkloadSettings over(WorkloadSettings settings) {
    return settings.overriddenBy(
        new WorkloadSettings(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            WorkloadOptions.parsed("--ramp", ramp, Ramp::parse),
            churn,
            WorkloadOptions.parsed("--away", away, Times::parse),
            storm,
            null,
            null,
            abusers,
            chaos,
            null,
            null));
  }
}
