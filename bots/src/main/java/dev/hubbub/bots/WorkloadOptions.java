package dev.hubbub.bots;

import dev.hubbub.bots.workload.Action;
import dev.hubbub.bots.workload.Arrival;
import dev.hubbub.bots.workload.Popularity;
import dev.hubbub.bots.workload.Presets;
import dev.hubbub.bots.workload.Sizes;
import dev.hubbub.bots.workload.Times;
import dev.hubbub.bots.workload.Workload;
import dev.hubbub.bots.workload.WorkloadJson;
import dev.hubbub.bots.workload.WorkloadSettings;
import dev.hubbub.cli.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** Options of what users do. Each overrides what the named workload says. */
public final class WorkloadOptions {
  @Option(
      names = "--workload",
      paramLabel = "NAME|FILE",
      description =
          "What the users do: a workload that has a name ('./hubbub swarm --workload list' shows"
              + " them), or a file as docs/workloads.md describes it. The options that follow it"
              + " here override it.")
  private @Nullable String workload;

  @Option(
      names = "--weights",
      paramLabel = "ACTION=N",
      split = ",",
      showDefaultValue = Visibility.NEVER,
      description =
          "How often each action is taken, relative to the others: direct, shout, time, list, help,"
              + " unknown_user, everyone, leave; what is not named is not done.")
  private @Nullable Map<Action, Integer> weights;

  @Option(
      names = "--arrival",
      paramLabel = "PROCESS",
      description = "When actions fall due: constant or poisson.")
  private @Nullable String arrival;

  @Option(
      names = "--think",
      paramLabel = "TIMES",
      description =
          "Pauses of each user between its actions, instead of a rate: 3s, uniform:1s-5s,"
              + " exponential:4s (the mean), lognormal:6s,0.8 (median and sigma).")
  private @Nullable String think;

  @Option(
      names = "--payload",
      paramLabel = "BYTES",
      description =
          "Sizes of the texts: 64, uniform:32-512, exponential:100, lognormal:80,0.9,"
              + " histogram:64=80,512=20. Default: 64.")
  private @Nullable String payload;

  @Option(
      names = "--receivers",
      paramLabel = "LAW",
      description = "Who is written to: uniform, or zipf:1.1 (the exponent).")
  private @Nullable String receivers;

  @Option(
      names = "--slow-readers",
      paramLabel = "SHARE",
      description = "Share of the users that only read, and slowly.")
  private @Nullable Double slowReaders;

  @Option(
      names = "--slow-read",
      paramLabel = "BYTES",
      description = "Bytes a second that a slow reader reads. Default: 2000.")
  private @Nullable Integer slowReadBytes;

  @Option(
      names = "--bare-names",
      description = "Users register as old clients do: the bare name, without a line feed.")
  private @Nullable Boolean bareNames;

  @Option(
      names = "--reply-timeout",
      paramLabel = "TIME",
      description = "An answer that takes longer counts as a failure.")
  private @Nullable String replyTimeout;

  /** Whether the list of workloads is asked for, and no load. */
  public boolean isList() {
    return "list".equals(workload) || "help".equals(workload);
  }

  /**
   * The workload of a load that stays the same while it is measured.
   *
   * @param preset counts where no workload is named
   * @param ratePerUser actions a second and user, or null for that of the workload
   */
  public Workload steady(String preset, @Nullable Double ratePerUser) {
    Workload chosen = workload(preset, settings(ratePerUser)).withoutRamp();
    if (!chosen.isSteady() || chosen.abusers(1_000) > 0) {
      throw new UsageException(
          "'--workload' must be one without churn, storms, leaving and chaos, for a search needs a"
              + " constant load, got: "
              + chosen.name());
    }
    return chosen;
  }

  /**
   * The workload.
   *
   * @param preset counts where none is named
   * @param over what is said besides these options
   */
  Workload workload(String preset, WorkloadSettings over) {
    String source = workload == null ? preset : workload;
    WorkloadSettings settings = named(source).overriddenBy(over);
    try {
      return settings.workload();
    } catch (IllegalArgumentException e) {
      String text = String.valueOf(e.getMessage());
      String key = text.replaceFirst("^'([^']*)'.*", "$1");
      throw WorkloadJson.says(over, key)
          ? new UsageException(text.replaceFirst("^'", "'--"))
          : new UsageException("'--workload' " + source + ": " + text);
    }
  }

  /** What these options say. */
  WorkloadSettings settings(@Nullable Double ratePerUser) {
    return new WorkloadSettings(
        null,
        null,
        weights == null ? null : keys(weights),
        ratePerUser,
        parsed("--arrival", arrival, Arrival::parse),
        parsed("--think", think, Times::parse),
        parsed("--payload", payload, Sizes::parse),
        parsed("--receivers", receivers, Popularity::parse),
        null,
        null,
        null,
        null,
        slowReaders,
        slowReadBytes,
        null,
        null,
        bareNames,
        replyTimeout);
  }

  /** The value of an option, or null where it wasn't given. */
  static <T> @Nullable T parsed(String option, @Nullable String text, Function<String, T> parse) {
    if (text == null) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      String between = reason.startsWith("must") ? "' " : "': ";
      throw new UsageException("'" + option + between + reason);
    }
  }

  private static WorkloadSettings named(String source) {
    try {
      return Presets.names().contains(source) || !Files.exists(Path.of(source))
          ? Presets.settings(source)
          : WorkloadJson.read(Path.of(source));
    } catch (IllegalArgumentException e) {
      throw new UsageException("'--workload': " + e.getMessage());
    }
  }

  private static Map<String, Integer> keys(Map<Action, Integer> weights) {
    Map<String, Integer> keys = new LinkedHashMap<>();
    weights.forEach((action, weight) -> keys.put(action.key(), weight));
    return keys;
  }
}
