package dev.hubbub.bots.compare;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.bots.FleetConfig;
import dev.hubbub.bots.driver.LoadPayload;
import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.remote.WorkerHosts;
import dev.hubbub.cli.Durations;
import dev.hubbub.cli.HostPort;
import dev.hubbub.tls.options.TlsClientOptions;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Options of the messages. Those are direct ones of one size, spread evenly over the users: all
 * that every protocol has.
 */
final class LoadOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed plans the same messages at the same times.")
  private long seed = 1;

  @Option(names = "--payload", paramLabel = "BYTES", description = "Size of the text of a message.")
  private int payloadBytes = FleetConfig.PAYLOAD_BYTES_DEFAULT;

  @Option(
      names = "--connect-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "10s",
      description = "Longest wait from connecting to being registered.")
  private Duration connectTimeout = Duration.ZERO;

  @Mixin private TlsClientOptions tlsOptions = new TlsClientOptions();

  /** The seed of the run. */
  long seed() {
    return seed;
  }

  /**
   * Checks the values.
   *
   * @throws dev.hubbub.cli.UsageException naming the option that can't be used
   */
  void validate(List<PeerSpec> peers, boolean ownServer) {
    require(
        !ownServer || tlsOptions.files() == null,
        "--tls",
        "needs a server that speaks it, at '--host'",
        "no host");
    requireBetween("--payload", payloadBytes, LoadPayload.BYTES_MIN, LoadPayload.BYTES_MAX);
    require(!connectTimeout.isZero(), "--connect-timeout", "must be over 0", "0s");
    for (PeerSpec peer : peers) {
      int max = peer.protocol().payloadBytesMax();
      require(
          payloadBytes <= max,
          "--payload",
          "must be at most " + max + " with " + peer.name(),
          payloadBytes);
    }
  }

  /** The fleet for a contender, on these processors. */
  FleetConfig config(HostPort address, Protocol protocol, List<Integer> cpus) {
    FleetConfig plain =
        new FleetConfig(
            List.of(address), protocol, seed, payloadBytes, connectTimeout, cpus, WorkerHosts.NONE);
    // The peers are spoken to as their drivers can: without TLS.
    return protocol == Protocol.HUBBUB ? plain.withTls(tlsOptions.files()) : plain;
  }
}
