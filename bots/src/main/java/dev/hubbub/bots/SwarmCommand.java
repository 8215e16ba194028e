package dev.hubbub.bots;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.bots.remote.WorkerHostOptions;
import dev.hubbub.bots.workload.Presets;
import dev.hubbub.bots.workload.Workload;
import dev.hubbub.cli.CommandText;
import dev.hubbub.cli.Durations;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.Version;
import dev.hubbub.tls.options.TlsClientOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hubbub swarm}: the stress test, at any server that speaks the protocol. */
@Command(
    name = "swarm",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    showDefaultValues = true,
    description = {
      "Stresses a server with randomised users, by default with a bit of everything: direct"
          + " messages, commands, messages to everyone and to nobody, leaving and coming back."
          + " --workload chooses another one, --chaos adds bots that misbehave.",
      "Every message is followed: what is lost, duplicated or out of order is counted exactly."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:nothing was lost, duplicated, reordered or dropped, and no answer was wrong",
      "1:the run was not possible",
      "2:wrong usage",
      "3:something was lost, duplicated, reordered or dropped, or an answer was wrong",
      "4:a worker was lost, so there is no result"
    },
    footer = {
      "",
      "Every option also reads an environment variable: --rate-per-user reads"
          + " HUBBUB_RATE_PER_USER.",
      "Times are written 500ms, 10s, 2m."
    })
public final class SwarmCommand implements Callable<Integer> {
  private static final int USERS_MAX = 1_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private TargetOptions targetOptions = new TargetOptions();

  @Mixin private WorkerHostOptions workerHostOptions = new WorkerHostOptions();

  @Option(names = "--users", paramLabel = "N", description = "How many users.")
  private int users = 50;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "10s",
      description = "How long they act.")
  private Duration duration = Duration.ZERO;

  @Option(
      names = "--rate-per-user",
      paramLabel = "RATE",
      description = "Actions a second of each user. Default: the workload's.")
  private @Nullable Double ratePerUser;

  @Mixin private WorkloadOptions workloadOptions = new WorkloadOptions();
  @Mixin private TurmoilOptions turmoilOptions = new TurmoilOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed plans the same actions at the same times. Default: random.")
  private @Nullable Long seed;

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "10s",
      description = "From the start of a connection to its welcome.")
  private Duration connectTimeout = Duration.ZERO;

  @Option(
      names = "--drain-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "5s",
      description = "How long to wait at the end for what is on the way.")
  private Duration drainTimeout = Duration.ZERO;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result there, too.")
  private @Nullable Path json;

  @Mixin private TlsClientOptions tlsOptions = new TlsClientOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (workloadOptions.isList()) {
      spec.commandLine().getOut().print(Presets.list());
      spec.commandLine().getOut().flush();
      return ExitStatus.DONE;
    }
    SwarmOptions options = options();
    ProgressLine progress = ProgressLine.onStandardError(spec.commandLine().getErr());
    try (SwarmRun run = new SwarmRun(options, progress)) {
      SwarmResult result = run.run();
      progress.erase();
      spec.commandLine().getOut().print(SwarmTable.render(result));
      spec.commandLine().getOut().flush();
      if (json != null) {
        SwarmJson.write(result, json);
      }
      return result.problems().isEmpty() ? ExitStatus.DONE : ExitStatus.MISSED;
    } catch (WorkerLostException e) {
      progress.erase();
      spec.commandLine()
          .getOut()
          .println("INVALID: " + e.getMessage() + "; without its share there is no result");
      spec.commandLine().getOut().flush();
      return ExitStatus.INVALID;
    } finally {
      progress.erase();
    }
  }

  private SwarmOptions options() {
    requireBetween("--users", users, 1, USERS_MAX);
    requirePositive("--duration", duration);
    requirePositive("--connect-timeout", connectTimeout);
    Workload workload =
        workloadOptions.workload(
            Presets.MIXED, turmoilOptions.over(workloadOptions.settings(ratePerUser)));
    require(
        !tlsOptions.isEnabled() || workload.misbehaviour().abusers() == 0,
        "--tls",
        "can't be given with chaos bots, which speak plain TCP only",
        workload.name());
    long seedUsed = seed == null ? new SecureRandom().nextLong() : seed;
    Map<String, String> texts = CommandText.options(spec);
    texts.put("--seed", String.valueOf(seedUsed));
    texts.put("--workload", workload.name());
    return new SwarmOptions(
        targetOptions.targets(),
        workerHostOptions.hosts(),
        users,
        duration,
        workload,
        seedUsed,
        connectTimeout,
        drainTimeout,
        tlsOptions.files(),
        texts);
  }

  private static void requirePositive(String option, Duration value) {
    require(
        value.compareTo(Duration.ZERO) > 0, option, "must be positive", Durations.format(value));
  }
}
