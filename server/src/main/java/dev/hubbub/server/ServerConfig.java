package dev.hubbub.server;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.cli.Durations;
import dev.hubbub.protocol.Limits;
import dev.hubbub.server.wire.HalfOpenDetection;
import dev.hubbub.server.wire.Protection;
import dev.hubbub.server.wire.Transport;
import dev.hubbub.server.wire.WireLimits;
import dev.hubbub.tls.ServerTls;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a server is to run, validated: every violated rule throws a {@link
 * dev.hubbub.cli.UsageException} that names the option and the value.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param acceptBacklog connections that the kernel queues until they are accepted
 * @param eventLoops threads that accept and serve connections
 * @param wakeupInterval least time from one look at the sockets to the next; zero for none
 * @param transport how to talk to the kernel
 * @param tls null for plain TCP
 * @param protection limits of the server as a whole
 * @param limits limits of each connection
 * @param drainMax how long stopping may wait for what is queued
 */
public record ServerConfig(
    String host,
    int port,
    int acceptBacklog,
    int eventLoops,
    Duration wakeupInterval,
    Transport transport,
    @Nullable ServerTls tls,
    Protection protection,
    WireLimits limits,
    Duration drainMax) {
  private static final Duration TIME_MAX = Duration.ofHours(1);
  private static final Duration WAKEUP_INTERVAL_MAX = Duration.ofMillis(100);
  private static final long PENDING_BYTES_MAX = 1L << 40;

  // An eighth of it must hold the replies of a few clients.
  private static final long PENDING_TOTAL_BYTES_MIN = 1_048_576;

  public ServerConfig {
    require(!host.isBlank(), "--host", "must not be empty", "'" + host + "'");
    requireBetween("--port", port, 0, 65_535);
    requireBetween("--accept-backlog", acceptBacklog, 1, Integer.MAX_VALUE);
    requireBetween("--event-loops", eventLoops, 1, 1_024);
    requireTime("--wakeup-interval", wakeupInterval, Duration.ZERO, WAKEUP_INTERVAL_MAX);
    requireProtection(protection);
    requireLimits(limits);
    requireTime("--drain-timeout", drainMax);
  }

  private static void requireProtection(Protection protection) {
    int connectionsMax = protection.connectionsMax();
    requireBetween("--max-connections", connectionsMax, 1, Integer.MAX_VALUE);
    requireBetween("--max-unregistered", protection.unregisteredMax(), 1, connectionsMax);
    requireBetween(
        "--max-connections-per-address",
        protection.connectionsPerAddressMax(),
        Protection.NO_LIMIT,
        Integer.MAX_VALUE);
    requireBetween(
        "--max-message-rate", protection.messagesPerSecondMax(), Protection.NO_LIMIT, 1_000_000);
    requireBytes(
        "--max-pending-total-bytes", protection.pendingTotalBytesMax(), PENDING_TOTAL_BYTES_MIN);
  }

  private static void requireLimits(WireLimits limits) {
    requireBetween(
        "--max-message-bytes", limits.messageBytesMax(), 64, Limits.CLIENT_MESSAGE_BYTES_MAX);
    requireBetween("--max-bad-inputs", limits.badInputsMax(), 1, Integer.MAX_VALUE);
    requireBytes("--max-pending-bytes", limits.slowReceivers().pendingBytesMax());
    requireBytes("--max-burst-bytes", limits.slowReceivers().burstBytesMax());
    requireBetween("--max-unread-reply-bytes", limits.repliesBytesMax(), 1, Integer.MAX_VALUE);
    require(
        limits.unsentBytesMax() >= 1 && limits.unsentBytesMax() <= Integer.MAX_VALUE,
        "--max-unsent-bytes",
        "must be between 1 and " + Integer.MAX_VALUE,
        limits.unsentBytesMax());
    requireTime("--stall-timeout", limits.slowReceivers().stallMax());
    requireTime("--registration-grace", limits.registrationGrace());
    requireTime("--registration-timeout", limits.registrationMax());
    requireTime("--linger-timeout", limits.lingerMax());
    requireTime("--half-open-timeout", limits.halfOpen().timeMax(), HalfOpenDetection.MIN);
  }

  private static void requireBytes(String option, long bytes) {
    requireBytes(option, bytes, 1);
  }

  private static void requireBytes(String option, long bytes, long min) {
    String rule = "must be between " + min + " and " + PENDING_BYTES_MAX;
    require(bytes >= min && bytes <= PENDING_BYTES_MAX, option, rule, bytes);
  }

  private static void requireTime(String option, Duration time) {
    requireTime(option, time, Duration.ofMillis(1));
  }

  private static void requireTime(String option, Duration time, Duration min) {
    requireTime(option, time, min, TIME_MAX);
  }

  private static void requireTime(String option, Duration time, Duration min, Duration max) {
    require(
        time.compareTo(min) >= 0 && time.compareTo(max) <= 0,
        option,
        "must be between " + Durations.format(min) + " and " + Durations.format(max),
        Durations.format(time));
  }
}
