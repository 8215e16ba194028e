package dev.hubbub.bots;

import dev.hubbub.bots.driver.LoadPayload;
import dev.hubbub.bots.driver.Protocol;
import java.time.Duration;
import java.util.List;

/**
 * Where a fleet's users register, and how they are run.
 *
 * @param host name or address of the server
 * @param port its TCP port
 * @param protocol what the server speaks
 * @param seed the same seed plans the same messages at the same times
 * @param payloadBytes size of the {@code msg} field of a direct message
 * @param connectTimeout from the start of a connection to its welcome
 * @param cpus processors that the workers are pinned to, as the kernel numbers them; empty: they
 *     are not pinned
 */
public record FleetConfig(
    String host,
    int port,
    Protocol protocol,
    long seed,
    int payloadBytes,
    Duration connectTimeout,
    List<Integer> cpus) {
  /** Size of the {@code msg} field where nothing else is asked for. */
  public static final int PAYLOAD_BYTES_DEFAULT = 64;

  /** Checks the ranges and takes a copy of the list. */
  public FleetConfig {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("'port' must be between 1 and 65535, got: " + port);
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
    cpus = List.copyOf(cpus);
  }
}
