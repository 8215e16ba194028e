package dev.hubbub.bots;

import dev.hubbub.bots.workload.Workload;
import dev.hubbub.cli.Durations;
import dev.hubbub.cli.HostPort;
import dev.hubbub.measure.EnvironmentProbe;
import dev.hubbub.measure.result.TlsUse;
import dev.hubbub.tls.ClientTls;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of a swarm, from the check of the server to the result. Ctrl-C ends the load, and the
 * result is what was measured until then; before the load it ends the run.
 */
final class SwarmRun implements AutoCloseable {
  private static final Duration CHECK_TIMEOUT_MAX = Duration.ofSeconds(5);

  /** Once interrupted: the drain of the load, and the end of the workers. */
  private static final long END_SECONDS_MAX = 12;

  private static final long RETRY_MS = 100;

  private final SwarmOptions options;
  private final ProgressLine progress;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread onSignal = new Thread(this::interrupt, "swarm-interrupt");
  private volatile boolean interrupted;
  private volatile @Nullable Fleet loaded;

  SwarmRun(SwarmOptions options, ProgressLine progress) {
    this.options = options;
    this.progress = progress;
    Runtime.getRuntime().addShutdownHook(onSignal);
  }

  /**
   * Runs it.
   *
   * @throws IOException if the server doesn't pass the check, nobody can register, or a worker
   *     fails
   */
  SwarmResult run() throws IOException, InterruptedException {
    Instant startedAt = Instant.now();
    Duration checkTimeout =
        options.connectTimeout().compareTo(CHECK_TIMEOUT_MAX) < 0
            ? options.connectTimeout()
            : CHECK_TIMEOUT_MAX;
    FleetConfig config = options.fleet();
    TlsUse tls = TlsCheck.of(config);
    String checkName = checkName(config);
    for (HostPort target : options.targets()) {
      new ServerCheck(target, options.tls(), checkTimeout).run(checkName);
    }
    try (Fleet fleet = Fleet.start(config)) {
      Growth growth = register(fleet);
      SwarmMeasurement measured = load(fleet, growth.users());
      progress.subject("the users leave");
      return new SwarmResult(
          SwarmResult.SCHEMA_VERSION,
          "swarm",
          startedAt,
          interrupted ? "interrupted" : null,
          options.server(),
          options.seed(),
          options.texts(),
          options.workload(),
          EnvironmentProbe.probe(
                  EnvironmentProbe.ServerSide.UNKNOWN, Fleet.workerJvmFlags(), "not pinned")
              .withTls(tls),
          growth.counts(),
          growth.firstError(),
          measured,
          SwarmResult.problems(growth, measured));
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(onSignal);
    } catch (IllegalStateException e) {
      // The shutdown has begun, and the hook waits for this.
    }
  }

  // At a server that asks for certificates, the name is that of the certificate.
  private static String checkName(FleetConfig config) throws IOException {
    if (config.tls() != null) {
      try (ClientTls tls = ClientTls.load(config.tls(), config.connectTimeout())) {
        if (tls.commonName().isPresent()) {
          return tls.commonName().get();
        }
      }
    }
    return "check-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
  }

  private Growth register(Fleet fleet) throws IOException, InterruptedException {
    Duration timeout = options.connectTimeout().plusMillis(options.users() * 10L);
    progress.subject("users register at " + options.server() + ", seed " + options.seed());
    Growth growth =
        fleet.growFor(
            options.workload(),
            options.users(),
            timeout,
            users -> progress.live(users + " of " + options.users() + " users"));
    if (growth.users() == 0) {
      throw new IOException("no user could register: " + growth.firstError());
    }
    return growth;
  }

  private SwarmMeasurement load(Fleet fleet, int users) throws IOException, InterruptedException {
    loaded = fleet;
    Workload workload = options.workload();
    int all = workload.attendance().ramp() == null ? users : options.users();
    return fleet.swarm(
        new SwarmSpec(
            workload.pace().ratePerUser() * (all - workload.slowReaders(all)),
            workload,
            all,
            options.duration(),
            options.drainTimeout()),
        new Progress());
  }

  // On a thread of its own, for whose end the JVM waits once a signal has come. Before the load
  // there is nothing to tell: the JVM ends, and the workers end with it.
  private void interrupt() {
    Fleet fleet = loaded;
    if (fleet == null) {
      return;
    }
    interrupted = true;
    long giveUpNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS_MAX);
    try {
      do {
        finish(fleet);
      } while (!closed.await(RETRY_MS, TimeUnit.MILLISECONDS) && System.nanoTime() < giveUpNs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void finish(Fleet fleet) {
    try {
      fleet.finishEarly();
    } catch (IOException e) {
      // The workers are gone, for the load is over.
    }
  }

  private final class Progress implements WindowListener {
    @Override
    public void windowStarted() {
      progress.subject(options.users() + " users act for " + Durations.format(options.duration()));
    }

    @Override
    public void windowEnded() {
      progress.subject("waiting for what is on the way");
    }

    @Override
    public void progress(StepProgress step) {
      if (step.phase() == StepProgress.Phase.WINDOW) {
        String p99 = step.p99Ms() == null ? "" : ", p99 %.1f ms".formatted(step.p99Ms());
        progress.live(
            String.format(
                Locale.ROOT,
                "%.0f s: %d sent, %d delivered%s",
                step.elapsed().toMillis() / 1e3,
                step.sent(),
                step.delivered(),
                p99));
      }
    }
  }
}
