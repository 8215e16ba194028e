package dev.hubbub.bots.compare;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.bots.breakpoint.Interruption;
import dev.hubbub.bots.breakpoint.LiveProgress;
import dev.hubbub.bots.breakpoint.SloOptions;
import dev.hubbub.bots.local.QuotaOption;
import dev.hubbub.cli.CommandText;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.HostPort;
import dev.hubbub.cli.Version;
import dev.hubbub.measure.ResultJson;
import dev.hubbub.measure.result.CompareResult;
import dev.hubbub.protocol.Limits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hubbub compare}: the server beside its peers. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    showDefaultValues = true,
    description =
        "Puts the server and its peers under the same load, in turns, and prints the figures of"
            + " each and the server's over the peers'. 'echo', a server that sends back what it"
            + " receives, is the floor: what the kernel and the event loop cost by themselves.",
    footer = {
      "",
      "Exit status: 0 done, 1 failed, 2 wrong usage, 3 the server missed its SLO at a rate,"
          + " 4 INVALID.",
      "Every option also reads an environment variable: --server-cpus reads HUBBUB_SERVER_CPUS."
    })
public final class CompareCommand implements Callable<Integer> {
  private static final String RESULT = "compare.json";
  private static final String TABLE = "compare.txt";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--with",
      paramLabel = "PEER",
      required = true,
      split = " ",
      converter = PeerSpec.Converter.class,
      description =
          "A peer: irc=HOST:PORT, nats=HOST:PORT, echo=HOST:PORT, or echo alone, which starts one;"
              + " repeatable. ',pid=N' after the port names its process; else it is looked for.")
  private List<PeerSpec> peers = new ArrayList<>();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "A server that already runs. Default: starts one on a free port of the loopback"
              + " interface.")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "PORT", description = "Port of the server at --host.")
  private int port = Limits.DEFAULT_PORT;

  @Option(
      names = "--server-arg",
      paramLabel = "ARG",
      description = "Argument for the server that is started; can be repeated.")
  private List<String> serverArguments = new ArrayList<>();

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of the result and the logs.")
  private Path out = Path.of("compare-report");

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes the result to this file too.")
  private @Nullable Path json;

  @Mixin private CompareOptions compareOptions = new CompareOptions();
  @Mixin private QuotaOption quotaOption = new QuotaOption();
  @Mixin private LoadOptions loadOptions = new LoadOptions();
  @Mixin private SloOptions sloOptions = new SloOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    ComparePlan plan = validated();
    Files.createDirectories(out);
    LiveProgress progress = LiveProgress.onStandardError(spec.commandLine().getErr());
    try (Interruption interruption = Interruption.ofThisThread()) {
      CompareJob job = new CompareJob(plan, loadOptions, quotaOption.cpus(), out, progress);
      job.run(host == null ? null : new HostPort(host, port), List.copyOf(serverArguments), peers);
      String error = job.error();
      boolean interrupted = interruption.finish(error != null);
      if (!job.begun()) {
        throw new IOException(interrupted ? "interrupted before anything was measured" : error);
      }
      CompareResult result =
          job.result(
              interrupted ? "interrupted" : error,
              CommandText.line(spec),
              CommandText.options(spec));
      CompareVerdict verdict = CompareVerdict.of(result.contenders(), plan.rates());
      report(result, verdict, plan.rates());
      if (error != null && !interrupted) {
        throw new IOException(error);
      }
      return interrupted ? ExitStatus.FAILED : verdict.exitStatus();
    }
  }

  private ComparePlan validated() {
    requireBetween("--port", port, 1, 65_535);
    ComparePlan plan = compareOptions.plan(sloOptions.limits());
    loadOptions.validate(peers, host == null);
    var _ = quotaOption.cpus();
    Set<String> names = new HashSet<>();
    for (PeerSpec peer : peers) {
      require(names.add(peer.name()), "--with", "must name a kind of peer once", peer);
    }
    require(
        host == null || serverArguments.isEmpty(),
        "--server-arg",
        "needs a server that is started, so no '--host'",
        serverArguments);
    return plan;
  }

  private void report(CompareResult result, CompareVerdict verdict, List<Integer> rates)
      throws IOException {
    StringBuilder text = new StringBuilder(CompareTable.of(result, rates));
    verdict.lines().forEach(line -> text.append(line).append(System.lineSeparator()));
    if (result.partialReason() != null) {
      text.append("PARTIAL: ").append(result.partialReason()).append(System.lineSeparator());
    }
    ResultJson.write(result, out.resolve(RESULT));
    if (json != null) {
      ResultJson.write(result, json);
    }
    Files.writeString(out.resolve(TABLE), text);
    PrintWriter console = spec.commandLine().getOut();
    console.print(text);
    console.println("result: " + out.resolve(RESULT));
    console.flush();
  }
}
