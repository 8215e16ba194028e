package dev.hubbub.bots;

import dev.hubbub.bots.driver.LoadPayload;
import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.remote.WorkerHosts;
import dev.hubbub.bots.workload.Presets;
import dev.hubbub.bots.workload.Sizes;
import dev.hubbub.bots.workload.Workload;
import dev.hubbub.cli.HostPort;
import dev.hubbub.tls.ClientTlsFiles;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a fleet's users register, and how they are run.
 *
 * @param targets the servers; the workers take turns among them, and users of different servers
 *     never write to each other
 * @param protocol what the servers speak
 * @param seed the same seed plans the same messages at the same times
 * @param payloadBytes size of the {@code msg} field of a direct message
 * @param connectTimeout from the start of a connection to its welcome
 * @param cpus processors that the workers are pinned to, as the kernel numbers them; empty: they
 *     are not pinned
 * @param hosts where the workers run
 * @param workload what the users do in the steps of a search; the same from beginning to end
 * @param tls null for plain TCP
 */
public record FleetConfig(
    List<HostPort> targets,
    Protocol protocol,
    long seed,
    int payloadBytes,
    Duration connectTimeout,
    List<Integer> cpus,
    WorkerHosts hosts,
    Workload workload,
    @Nullable ClientTlsFiles tls) {
  /** Size of the {@code msg} field where nothing else is asked for. */
  public static final int PAYLOAD_BYTES_DEFAULT = 64;

  /** Checks the ranges and takes a copy of the list. */
  public FleetConfig {
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("'targets' must not be empty");
    }
    for (HostPort target : targets) {
      if (target.port() < 1) {
        throw new IllegalArgumentException("'targets' need a port over 0, got: " + target);
      }
    }
    if (payloadBytes < LoadPayload.BYTES_MIN || payloadBytes > LoadPayload.BYTES_MAX) {
      throw new IllegalArgumentException(
          "'payloadBytes' must be between "
              + LoadPayload.BYTES_MIN
              + " and "
              + LoadPayload.BYTES_MAX
              + ", got: "
              + payloadBytes);
    }
    if (connectTimeout.isNegative() || connectTimeout.isZero()) {
      throw new IllegalArgumentException(
          "'connectTimeout' must be positive, got: " + connectTimeout);
    }
    if (!workload.isSteady()) {
      throw new IllegalArgumentException("'workload' must be steady, got: " + workload.name());
    }
    cpus = List.copyOf(cpus);
  }

  /**
   * A fleet over plain TCP that sends direct messages of the payload's size in the steps of a
   * search.
   */
  public FleetConfig(
      List<HostPort> targets,
      Protocol protocol,
      long seed,
      int payloadBytes,
      Duration connectTimeout,
      List<Integer> cpus,
      WorkerHosts hosts) {
    this(
        targets,
        protocol,
        seed,
        payloadBytes,
        connectTimeout,
        cpus,
        hosts,
        Presets.workload(Presets.DIRECT).withPayload(Sizes.fixed(payloadBytes)),
        null);
  }

  /** The same over TLS; null for plain TCP. */
  public FleetConfig withTls(@Nullable ClientTlsFiles files) {
    return new FleetConfig(
        targets, protocol, seed, payloadBytes, connectTimeout, cpus, hosts, workload, files);
  }
}
