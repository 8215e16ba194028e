package dev.hubbub.capacity;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.bots.breakpoint.FleetOptions;
import dev.hubbub.bots.breakpoint.Interruption;
import dev.hubbub.bots.breakpoint.LiveProgress;
import dev.hubbub.bots.breakpoint.ObserverOptions;
import dev.hubbub.bots.breakpoint.SloOptions;
import dev.hubbub.bots.breakpoint.StepOptions;
import dev.hubbub.bots.local.QuotaOption;
import dev.hubbub.cli.CommandText;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.HostPort;
import dev.hubbub.cli.Version;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.protocol.Limits;
import dev.hubbub.reports.ReportWriter;
import dev.hubbub.reports.words.Headline;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hubbub capacity}: the main job. */
@Command(
    name = "capacity",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    showDefaultValues = true,
    description =
        "Finds out what the server carries and what it costs: starts one as a process of its own,"
            + " raises users and then the rate until the SLO fails, measures memory for each idle"
            + " user and processor time for each message, and writes a report.",
    footer = {
      "",
      "Exit status: 0 done, 1 failed, 2 wrong usage, 3 the SLO was missed at every load that was"
          + " tried, 4 INVALID.",
      "Every option also reads an environment variable: --rate-users reads HUBBUB_RATE_USERS."
    })
public final class CapacityCommand implements Callable<Integer> {
  private static final String LOG = "server.log";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the report; what it has of an earlier one is replaced.")
  private Path out = Path.of("capacity-report");

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "A server that already runs. On this machine its process is observed too."
              + " Default: starts one on a free port of the loopback interface.")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "PORT", description = "Port of the server at --host.")
  private int port = Limits.DEFAULT_PORT;

  @Option(
      names = "--server-arg",
      paramLabel = "ARG",
      description = "Argument for the server that is started; can be repeated.")
  private List<String> serverArguments = new ArrayList<>();

  @Mixin private PlanOptions planOptions = new PlanOptions();
  @Mixin private StepOptions stepOptions = new StepOptions();
  @Mixin private FleetOptions fleetOptions = new FleetOptions();
  @Mixin private SloOptions sloOptions = new SloOptions();
  @Mixin private ObserverOptions observerOptions = new ObserverOptions();
  @Mixin private QuotaOption quotaOption = new QuotaOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireBetween("--port", port, 1, 65_535);
    CapacityPlan plan =
        planOptions.plan(
            stepOptions, sloOptions.limits(), fleetOptions.workload().pace().ratePerUser());
    fleetOptions.validated();
    require(
        host == null || serverArguments.isEmpty(),
        "--server-arg",
        "needs a server that is started, so no '--host'",
        serverArguments);
    require(
        host != null || !observerOptions.isGiven(),
        "--host",
        "must be given with '--server-pid' and '--server-metrics'",
        "none");
    require(
        host == null || quotaOption.cpus() == null,
        "--server-cpus",
        "needs a server that is started, so no '--host'",
        quotaOption.cpus());
    if (host == null) {
      OwnTls.require(fleetOptions.tls(), serverArguments);
    }
    Files.createDirectories(out);
    LiveProgress progress = LiveProgress.onStandardError(spec.commandLine().getErr());
    try (Interruption interruption = Interruption.ofThisThread()) {
      CapacityJob job = new CapacityJob(plan, fleetOptions, quotaOption.cpus(), progress);
      if (host == null) {
        job.runWithOwnServer(serverArguments, out.resolve(LOG));
      } else {
        job.runAgainst(
            host, port, observerOptions.observer(List.of(new HostPort(host, port)), null));
      }
      String error = job.error();
      boolean interrupted = interruption.finish(error != null);
      if (!job.begun()) {
        throw new IOException(interrupted ? "interrupted before anything was measured" : error);
      }
      RunResult result =
          job.result(
              interrupted ? "interrupted" : error,
              CommandText.line(spec),
              CommandText.options(spec));
      report(result);
      if (job.workerLost() && !interrupted) {
        return ExitStatus.INVALID;
      }
      if (error != null && !interrupted) {
        throw new IOException(error);
      }
      return status(result);
    }
  }

  private void report(RunResult result) throws IOException {
    Path page = ReportWriter.write(result, out);
    PrintWriter console = spec.commandLine().getOut();
    Headline.lines(result).forEach(console::println);
    console.println("report: " + page);
    console.flush();
  }

  private static int status(RunResult result) {
    List<DimensionResult> dimensions = result.dimensions();
    if (dimensions.stream()
        .anyMatch(dimension -> dimension.verdict().kind() == Verdict.Kind.INVALID)) {
      return ExitStatus.INVALID;
    }
    return dimensions.stream().anyMatch(dimension -> dimension.held() == null)
        ? ExitStatus.MISSED
        : ExitStatus.DONE;
  }
}
