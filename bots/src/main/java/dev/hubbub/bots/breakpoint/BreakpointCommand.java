package dev.hubbub.bots.breakpoint;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.bots.Fleet;
import dev.hubbub.bots.FleetConfig;
import dev.hubbub.bots.TargetOptions;
import dev.hubbub.bots.TlsCheck;
import dev.hubbub.bots.WorkerLostException;
import dev.hubbub.bots.local.CpuQuota;
import dev.hubbub.bots.local.QuotaOption;
import dev.hubbub.bots.search.Attribution;
import dev.hubbub.bots.search.Ceiling;
import dev.hubbub.bots.search.SearchPlan;
import dev.hubbub.cli.CommandText;
import dev.hubbub.cli.Durations;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.Version;
import dev.hubbub.measure.EnvironmentProbe;
import dev.hubbub.measure.EnvironmentProbe.ServerSide;
import dev.hubbub.measure.Jcmd;
import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.ResultJson;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.TlsUse;
import dev.hubbub.measure.result.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hubbub breakpoint}: finds the load at which a running server gives way. */
@Command(
    name = "breakpoint",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    showDefaultValues = true,
    description =
        "Adds load step by step until the SLO fails, then narrows it down and confirms it."
            + " The load is direct messages to random users unless --workload says otherwise;"
            + " latency counts from the time at which a message was due.",
    footer = {
      "",
      "Exit status: 0 done, 1 failed, 2 wrong usage, 3 the SLO was missed at every load that was"
          + " tried, 4 INVALID.",
      "Every option also reads an environment variable: --slo-p99-ms reads HUBBUB_SLO_P99_MS."
    })
public final class BreakpointCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--by",
      paramLabel = "users|rate",
      required = true,
      description = "What to raise.")
  private Dimension by = Dimension.USERS;

  @Mixin private TargetOptions targetOptions = new TargetOptions();

  @Option(
      names = "--start",
      paramLabel = "N",
      description = "First load: users, or messages a second.")
  private long start = 1_000;

  @Option(names = "--factor", paramLabel = "F", description = "By which each step grows.")
  private double factor = 2;

  @Option(
      names = "--ceiling",
      paramLabel = "N",
      description = "Load never to exceed; holding it ends the search.")
  private @Nullable Long ceiling;

  @Option(names = "--users", paramLabel = "N", description = "Users, with --by rate.")
  private int users = 500;

  @Option(
      names = "--rate-per-user",
      paramLabel = "R",
      description = "Messages a second and user, with --by users. Default: the workload's.")
  private @Nullable Double ratePerUser;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "10m",
      description = "Longest that the search may take; then what has held so far counts.")
  private Duration budget = Duration.ZERO;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the result to a file.")
  private @Nullable Path json;

  @Mixin private StepOptions stepOptions = new StepOptions();
  @Mixin private FleetOptions fleetOptions = new FleetOptions();
  @Mixin private SloOptions sloOptions = new SloOptions();
  @Mixin private ObserverOptions observerOptions = new ObserverOptions();
  @Mixin private QuotaOption quotaOption = new QuotaOption();

  private @Nullable RepeatedSearch search;
  private @Nullable TlsUse tls;
  private @Nullable String error;
  private boolean workerLost;

  @Override
  public Integer call() throws InterruptedException, IOException {
    SearchConfig config = config();
    ServerObserver server = observer();
    Instant startedAt = Instant.now();
    try (Interruption interruption = Interruption.ofThisThread()) {
      search(config, server);
      boolean interrupted = interruption.finish(error != null);
      if (search == null || search.steps() == 0) {
        return nothing(interrupted);
      }
      String partialReason = interrupted ? "interrupted" : error;
      DimensionResult result =
          search.result(Objects.requireNonNullElse(partialReason, "the search was ended"));
      report(result, config, server, startedAt, partialReason);
      if (workerLost && !interrupted) {
        return ExitStatus.INVALID;
      }
      if (error != null && !interrupted) {
        throw new IOException(error);
      }
      return status(result);
    }
  }

  private int nothing(boolean interrupted) throws IOException {
    if (!workerLost || interrupted) {
      throw new IOException(interrupted ? "interrupted" : error);
    }
    spec.commandLine().getOut().println("INVALID: " + error);
    return ExitStatus.INVALID;
  }

  private SearchConfig config() {
    var _ = targetOptions.targets();
    require(start >= 2 && start <= 1_000_000_000, "--start", "must be 2 to 1000000000", start);
    require(factor > 1 && factor <= 100, "--factor", "must be over 1 and at most 100", factor);
    require(ceiling == null || ceiling >= 2, "--ceiling", "must be at least 2", ceiling + "");
    requireBetween("--users", users, 2, 1_000_000);
    fleetOptions.validated();
    var _ = quotaOption.cpus();
    int _ = stepOptions.repeats();
    double rate = ratePerUser == null ? fleetOptions.workload().pace().ratePerUser() : ratePerUser;
    require(rate > 0 && rate <= 1e6, "--rate-per-user", "must be over 0", rate);
    Ceiling known =
        ceiling == null ? null : new Ceiling(ceiling, "the ceiling given by '--ceiling' was held");
    return new SearchConfig(
        by,
        new SearchPlan(start, factor, stepOptions.tolerance(), known, stepOptions.stepsMax()),
        users,
        rate,
        stepOptions.times(),
        sloOptions.limits(),
        stepOptions.warmup(),
        budget);
  }

  private ServerObserver observer() {
    ServerObserver server = observerOptions.observer(targetOptions.targets(), quotaOption.cpus());
    require(
        server.probe() != null || quotaOption.cpus() == null,
        "--server-cpus",
        "needs a server's process on this machine that this user may see, or '--server-pid'",
        quotaOption.cpus());
    return server;
  }

  private @Nullable CpuQuota quota() throws IOException {
    Double cpus = quotaOption.cpus();
    return cpus == null ? null : CpuQuota.of(cpus);
  }

  private void search(SearchConfig config, ServerObserver server) {
    LiveProgress progress = LiveProgress.onStandardError(spec.commandLine().getErr());
    progress.line("server: observed by " + server.source());
    progress.subject("starting the bots");
    FleetConfig users = fleetOptions.config(targetOptions.targets(), List.of());
    try {
      tls = TlsCheck.of(users);
      search(config, server, users, progress);
    } catch (InterruptedException e) {
      error = "interrupted";
    } catch (WorkerLostException e) {
      workerLost = true;
      error = e.getMessage();
    } catch (IOException e) {
      error = targetText() + ": " + Objects.requireNonNullElse(e.getMessage(), e.toString());
    }
  }

  private void search(
      SearchConfig config, ServerObserver server, FleetConfig users, LiveProgress progress)
      throws IOException, InterruptedException {
    try (CpuQuota quota = quota();
        Fleet fleet = Fleet.start(users)) {
      FleetStepRunner runner = new FleetStepRunner(fleet, config, server, progress);
      ProcessProbe process = server.probe();
      Long openFilesMax = process == null ? null : process.openFilesMax();
      Attribution attribution = new Attribution(server.cores(), openFilesMax);
      progress.subject("warm-up");
      String unsteady = runner.warmUp();
      // Not before: under the quota a JIT compiler would be at work for minutes.
      if (quota != null && process != null) {
        quota.add(process.pid());
      }
      search =
          new RepeatedSearch(
              stepOptions.repeats(),
              () -> new DimensionSearch(config, runner, attribution, progress, System::nanoTime),
              unsteady,
              progress);
      search.run();
    }
  }

  private void report(
      DimensionResult result,
      SearchConfig config,
      ServerObserver server,
      Instant startedAt,
      @Nullable String partialReason)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(StepTable.of(result));
    VerdictLine.repeats(result).forEach(out::println);
    out.println(VerdictLine.of(result));
    VerdictLine.evidence(result).forEach(out::println);
    if (partialReason != null) {
      out.println("partial: " + partialReason);
    }
    out.flush();
    if (json == null) {
      return;
    }
    ProcessProbe probe = server.probe();
    String garbageCollector = probe == null ? null : Jcmd.garbageCollector(probe.pid());
    ServerSide side = new ServerSide(null, garbageCollector, null);
    RunResult run =
        new RunResult(
            RunResult.SCHEMA_VERSION,
            spec.name(),
            CommandText.line(spec),
            startedAt,
            Duration.between(startedAt, Instant.now()).toMillis() / 1e3,
            partialReason,
            fleetOptions.seed(),
            targetText(),
            CommandText.options(spec),
            config.slo(),
            EnvironmentProbe.probe(
                    side,
                    Fleet.workerJvmFlags(),
                    "not pinned: the server was not started by this run")
                .withTls(tls),
            List.of(result),
            null,
            null);
    ResultJson.write(run, json);
  }

  private String targetText() {
    return TargetOptions.text(targetOptions.targets());
  }

  private static int status(DimensionResult result) {
    if (result.verdict().kind() == Verdict.Kind.INVALID) {
      return ExitStatus.INVALID;
    }
    return result.held() == null ? ExitStatus.MISSED : ExitStatus.DONE;
  }
}
