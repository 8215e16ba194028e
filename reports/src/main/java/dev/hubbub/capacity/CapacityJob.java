package dev.hubbub.capacity;

import dev.hubbub.bots.Fleet;
import dev.hubbub.bots.FleetConfig;
import dev.hubbub.bots.TlsCheck;
import dev.hubbub.bots.WorkerLostException;
import dev.hubbub.bots.breakpoint.FleetOptions;
import dev.hubbub.bots.breakpoint.LiveProgress;
import dev.hubbub.bots.breakpoint.ServerObserver;
import dev.hubbub.bots.local.CpuQuota;
import dev.hubbub.bots.local.Pinning;
import dev.hubbub.bots.local.ServerProcess;
import dev.hubbub.bots.local.Taskset;
import dev.hubbub.measure.EnvironmentProbe;
import dev.hubbub.measure.ProcessProbe;
import dev.hubbub.measure.result.Environment;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.tls.ClientTlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A capacity run with all the processes that it needs. They have ended when it returns, however it
 * went; what went wrong is kept beside what was found before.
 */
final class CapacityJob {
  private static final String INTERRUPTED = "interrupted";

  private final CapacityPlan plan;
  private final FleetOptions fleetOptions;
  private final @Nullable Double serverCpus;
  private final LiveProgress progress;
  private final Instant startedAt = Instant.now();
  private final long deadlineNs;
  private Pinning pinning = Pinning.none("the server was not started by this run");
  private @Nullable Target target;
  private @Nullable Environment environment;
  private @Nullable CapacityRun run;
  private @Nullable String error;
  private boolean workerLost;

  /**
   * A run that has not begun.
   *
   * @param serverCpus quota of processor time of a server that it starts, or null
   */
  CapacityJob(
      CapacityPlan plan,
      FleetOptions fleetOptions,
      @Nullable Double serverCpus,
      LiveProgress progress) {
    this.plan = plan;
    this.fleetOptions = fleetOptions;
    this.serverCpus = serverCpus;
    this.progress = progress;
    this.deadlineNs = System.nanoTime() + plan.budget().toNanos();
  }

  /**
   * Measures a server that it starts.
   *
   * @param arguments further options for it
   * @param log file for what it writes to standard error; gone again when it wrote nothing
   */
  void runWithOwnServer(List<String> arguments, Path log) {
    try {
      progress.subject("starting the server");
      List<Integer> own = new ProcessProbe(ProcessHandle.current().pid()).processors();
      pinning = Pinning.plan(own, Taskset.isAvailable());
      Taskset.pinThisProcess(pinning.generator());
      try (OwnTls tls = OwnTls.of(fleetOptions.tls(), arguments);
          ServerProcess server =
              ServerProcess.start(
                  ServerProcess.Program.CHAT, pinning.server(), tls.serverArguments(), log);
          CpuQuota _ = serverCpus == null ? null : CpuQuota.of(serverCpus, server.probe().pid())) {
        progress.line("server: port " + server.listening().port() + "; " + pinning.text());
        boolean pinned = !pinning.server().isEmpty();
        measure(
            Target.of(server, isMaximumGiven(arguments), pinned, serverCpus), tls.clientFiles());
        progress.subject("stopping the server");
      }
      deleteIfEmpty(log);
    } catch (InterruptedException e) {
      error = INTERRUPTED;
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Measures a server that already runs. */
  void runAgainst(String host, int port, ServerObserver observer) {
    try {
      progress.line("server: observed by " + observer.source());
      measure(Target.running(host, port, observer), fleetOptions.tls());
    } catch (InterruptedException e) {
      error = INTERRUPTED;
    } catch (IOException e) {
      fail(e);
    }
  }

  /** Whether anything was measured. */
  boolean begun() {
    return run != null && (run.memory() != null || !run.dimensions(INTERRUPTED).isEmpty());
  }

  /** What went wrong, or null. */
  @Nullable String error() {
    return error;
  }

  /** Whether what went wrong is that a worker was lost, which makes the run INVALID. */
  boolean workerLost() {
    return workerLost;
  }

  /**
   * What was found.
   *
   * @param partialReason why that isn't all, or null
   */
  RunResult result(@Nullable String partialReason, String command, Map<String, String> options) {
    CapacityRun ran = Objects.requireNonNull(run);
    return new RunResult(
        RunResult.SCHEMA_VERSION,
        "capacity",
        command,
        startedAt,
        Duration.between(startedAt, Instant.now()).toMillis() / 1e3,
        partialReason,
        fleetOptions.seed(),
        Objects.requireNonNull(target).address(),
        options,
        plan.slo(),
        Objects.requireNonNull(environment),
        ran.dimensions(Objects.requireNonNullElse(partialReason, "the search was ended")),
        ran.memory(),
        ran.cost());
  }

  private void measure(Target measured, @Nullable ClientTlsFiles tls)
      throws IOException, InterruptedException {
    target = measured;
    FleetConfig users = fleetOptions.config(List.of(measured.place()), pinning.generator(), tls);
    environment =
        EnvironmentProbe.probe(measured.side(), Fleet.workerJvmFlags(), pinning.text())
            .withTls(TlsCheck.of(users));
    progress.subject("starting the bots");
    try (Fleet fleet = Fleet.start(users)) {
      run = new CapacityRun(plan, measured, fleet, progress, deadlineNs);
      run.run();
    }
  }

  private static boolean isMaximumGiven(List<String> arguments) {
    return System.getenv("HUBBUB_MAX_CONNECTIONS") != null
        || arguments.stream().anyMatch(argument -> argument.startsWith("--max-connections"));
  }

  private static void deleteIfEmpty(Path log) throws IOException {
    if (Files.size(log) == 0) {
      Files.delete(log);
    }
  }

  private void fail(IOException e) {
    workerLost = e instanceof WorkerLostException;
    error = Objects.requireNonNullElse(e.getMessage(), e.toString());
  }
}
