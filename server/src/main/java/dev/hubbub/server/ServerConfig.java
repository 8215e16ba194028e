package dev.hubbub.server;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.cli.Durations;
import dev.hubbub.protocol.Limits;
import dev.hubbub.server.outbound.SlowReceiverPolicy;
import dev.hubbub.server.wire.WireLimits;
import java.time.Duration;

/**
 * How a server is to run, validated. The names of the options stand in the messages of {@link
 * dev.hubbub.cli.UsageException}, which every violated rule throws.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param connectionsMax connections in all
 * @param acceptBacklog connections that the kernel queues until they are accepted
 * @param eventLoops threads that serve connections
 * @param messageBytesMax largest object that is taken in, in bytes
 * @param badInputsMax bad inputs on one connection before it is closed
 * @param pendingBytesMax bytes that may wait for one receiver
 * @param stallMax how long a receiver may take nothing of what waits for it
 * @param registrationGrace silence after which a username without a terminator is complete
 * @param registrationMax time within which the username must be complete
 * @param lingerMax how long input is read and discarded before a connection is closed
 * @param drainMax how long stopping may wait for what is queued
 */
public record ServerConfig(
    String host,
    int port,
    int connectionsMax,
    int acceptBacklog,
    int eventLoops,
    int messageBytesMax,
    int badInputsMax,
    long pendingBytesMax,
    Duration stallMax,
    Duration registrationGrace,
    Duration registrationMax,
    Duration lingerMax,
    Duration drainMax) {
  private static final Duration TIME_MAX = Duration.ofHours(1);

  public ServerConfig {
    require(!host.isBlank(), "--host", "must not be empty", "'" + host + "'");
    requireBetween("--port", port, 0, 65_535);
    requireBetween("--max-connections", connectionsMax, 1, Integer.MAX_VALUE);
    requireBetween("--accept-backlog", acceptBacklog, 1, Integer.MAX_VALUE);
    requireBetween("--event-loops", eventLoops, 1, 1_024);
    requireBetween("--max-message-bytes", messageBytesMax, 64, Limits.CLIENT_MESSAGE_BYTES_MAX);
    requireBetween("--max-bad-inputs", badInputsMax, 1, Integer.MAX_VALUE);
    require(
        pendingBytesMax >= 1 && pendingBytesMax <= 1L << 40,
        "--max-pending-bytes",
        "must be between 1 and " + (1L << 40),
        pendingBytesMax);
    requireTime("--stall-timeout", stallMax);
    requireTime("--registration-grace", registrationGrace);
    requireTime("--registration-timeout", registrationMax);
    requireTime("--linger-timeout", lingerMax);
    requireTime("--drain-timeout", drainMax);
  }

  WireLimits wireLimits() {
    return new WireLimits(
        messageBytesMax,
        badInputsMax,
        registrationGrace,
        registrationMax,
        lingerMax,
        new SlowReceiverPolicy(pendingBytesMax, stallMax));
  }

  private static void requireTime(String option, Duration time) {
    require(
        time.compareTo(Duration.ofMillis(1)) >= 0 && time.compareTo(TIME_MAX) <= 0,
        option,
        "must be between 1ms and 1h",
        Durations.format(time));
  }
}
