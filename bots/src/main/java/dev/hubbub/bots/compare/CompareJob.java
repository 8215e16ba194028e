package dev.hubbub.bots.compare;

import dev.hubbub.bots.Fleet;
import dev.hubbub.bots.breakpoint.LiveProgress;
import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.local.Pinning;
import dev.hubbub.bots.local.ServerFlags;
import dev.hubbub.bots.local.ServerProcess;
import dev.hubbub.bots.local.Taskset;
import dev.hubbub.cli.Durations;
import dev.hubbub.cli.HostPort;
import dev.hubbub.measure.EnvironmentProbe;
import dev.hubbub.measure.EnvironmentProbe.ServerSide;
import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.result.CompareResult;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with all the processes that it needs. Those that it started have ended when it
 * returns, however it went; what went wrong is kept beside what was found before.
 */
final class CompareJob {
  private final ComparePlan plan;
  private final LoadOptions loadOptions;
  private final @Nullable Double serverCpus;
  private final Path out;
  private final LiveProgress progress;
  private final Instant startedAt = Instant.now();
  private List<Contender> contenders = List.of();
  private @Nullable Environment environment;
  private @Nullable String error;

  CompareJob(
      ComparePlan plan,
      LoadOptions loadOptions,
      @Nullable Double serverCpus,
      Path out,
      LiveProgress progress) {
    this.plan = plan;
    this.loadOptions = loadOptions;
    this.serverCpus = serverCpus;
    this.out = out;
    this.progress = progress;
  }

  /**
   * Compares.
   *
   * @param running a server that runs already; null starts one
   * @param arguments further options for the one that is started
   */
  void run(@Nullable HostPort running, List<String> arguments, List<PeerSpec> peers) {
    try {
      progress.subject("starting");
      List<Integer> own = new ProcessProbe(ProcessHandle.current().pid()).processors();
      Pinning pinning = Pinning.plan(own, Taskset.isAvailable());
      Taskset.pinThisProcess(pinning.generator());
      environment =
          EnvironmentProbe.probe(
              new ServerSide(running == null ? ServerFlags.read() : null, null, null),
              Fleet.workerJvmFlags(),
              pinning.text());
      try (Contenders all = new Contenders(pinning, loadOptions, serverCpus, out)) {
        gather(all, running, arguments, peers);
        contenders = all.all();
        progress.line(
            pinning.text()
                + "; takes about "
                + Durations.format(
                    Duration.ofMinutes(1 + plan.estimate(contenders.size()).toSeconds() / 60)));
        new CompareRun(plan, contenders, progress).run();
        progress.subject("stopping");
      }
    } catch (InterruptedException e) {
      error = "interrupted";
    } catch (IOException e) {
      error = Objects.requireNonNullElse(e.getMessage(), e.toString());
    }
  }

  /** Whether anything was measured. */
  boolean begun() {
    return contenders.stream()
        .map(Contender::result)
        .anyMatch(result ->
            result.memory() != null
                || !result.registrations().isEmpty()
                || !result.steps().isEmpty());
  }

  /** What went wrong, or null. */
  @Nullable String error() {
    return error;
  }

  /**
   * What was found.
   *
   * @param partialReason why that isn't all, or null
   */
  CompareResult result(
      @Nullable String partialReason, String command, Map<String, String> options) {
    List<ContenderResult> results = contenders.stream().map(Contender::result).toList();
    return new CompareResult(
        CompareResult.SCHEMA_VERSION,
        command,
        startedAt,
        Duration.between(startedAt, Instant.now()).toMillis() / 1e3,
        partialReason,
        loadOptions.seed(),
        options,
        plan.slo(),
        serverCpus,
        Objects.requireNonNull(environment),
        results,
        Ratios.of(results, plan.rates()));
  }

  private static void gather(
      Contenders all, @Nullable HostPort running, List<String> arguments, List<PeerSpec> peers)
      throws IOException, InterruptedException {
    if (running == null) {
      all.start(ServerProcess.Program.CHAT, Protocol.HUBBUB, arguments);
    } else {
      all.find(Protocol.HUBBUB, running, null);
    }
    for (PeerSpec peer : peers) {
      if (peer.address() == null) {
        all.start(ServerProcess.Program.ECHO, peer.protocol(), List.of());
      } else {
        all.find(peer.protocol(), peer.address(), peer.pid());
      }
    }
  }
}
