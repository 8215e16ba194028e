package dev.hubbub.bots.breakpoint;

import static dev.hubbub.cli.UsageException.require;

import dev.hubbub.bots.FleetConfig;
import dev.hubbub.bots.WorkloadOptions;
import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.remote.WorkerHostOptions;
import dev.hubbub.bots.workload.Presets;
import dev.hubbub.bots.workload.Workload;
import dev.hubbub.cli.Durations;
import dev.hubbub.cli.HostPort;
import dev.hubbub.tls.ClientTlsFiles;
import dev.hubbub.tls.options.TlsClientOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the users that make the load. */
public final class FleetOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed plans the same messages at the same times.")
  private long seed = 1;

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "10s",
      description = "Longest wait from connecting to the welcome.")
  private Duration connectTimeout = Duration.ZERO;

  @Mixin private WorkloadOptions workloadOptions = new WorkloadOptions();
  @Mixin private WorkerHostOptions workerHostOptions = new WorkerHostOptions();
  @Mixin private TlsClientOptions tlsOptions = new TlsClientOptions();

  /** The seed of the run. */
  public long seed() {
    return seed;
  }

  /** What the users do, all the time the same. */
  public Workload workload() {
    return workloadOptions.steady(Presets.DIRECT, null);
  }

  /** What is asked for with TLS; null for plain TCP. */
  public @Nullable ClientTlsFiles tls() {
    return tlsOptions.files();
  }

  /** Checks the values before anything is started. */
  public FleetOptions validated() {
    var _ = workload();
    var _ = workerHostOptions.hosts();
    require(!connectTimeout.isZero(), "--connect-timeout", "must be over 0", "0s");
    var _ = tls();
    return this;
  }

  /**
   * The fleet for these servers.
   *
   * @param cpus processors for it; empty: not pinned
   */
  public FleetConfig config(List<HostPort> targets, List<Integer> cpus) {
    return config(targets, cpus, tls());
  }

  /**
   * The fleet for a server, with TLS of its own.
   *
   * @param cpus processors for it; empty: not pinned
   * @param tls null for plain TCP
   */
  public FleetConfig config(
      List<HostPort> targets, List<Integer> cpus, @Nullable ClientTlsFiles tls) {
    return new FleetConfig(
        targets,
        workload().bareNames() ? Protocol.HUBBUB_BARE_NAMES : Protocol.HUBBUB,
        seed,
        FleetConfig.PAYLOAD_BYTES_DEFAULT,
        connectTimeout,
        cpus,
        workerHostOptions.hosts(),
        workload(),
        tls);
  }
}
