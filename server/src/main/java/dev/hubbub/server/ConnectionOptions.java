package dev.hubbub.server;

import dev.hubbub.cli.Durations;
import dev.hubbub.protocol.Limits;
import dev.hubbub.server.outbound.SlowReceiverPolicy;
import dev.hubbub.server.wire.HalfOpenDetection;
import dev.hubbub.server.wire.WireLimits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Options for the limits that hold for each connection. */
final class ConnectionOptions {
  @Option(
      names = "--max-message-bytes",
      paramLabel = "BYTES",
      description = "Largest message that is taken in.")
  private int maxMessageBytes = Limits.MESSAGE_BYTES_MAX;

  @Option(
      names = "--max-bad-inputs",
      paramLabel = "N",
      description = "Bad inputs on one connection before it is closed.")
  private int maxBadInputs = 20;

  @Option(
      names = "--max-pending-bytes",
      paramLabel = "BYTES",
      description = "Bytes that may wait for one receiver before it is disconnected.")
  private long maxPendingBytes = 1_048_576;

  @Option(
      names = "--max-burst-bytes",
      paramLabel = "BYTES",
      description =
          "Bytes that may be on their way to one receiver that had no turn to take them yet; past"
              + " it, it counts as slow.")
  private long maxBurstBytes = 16 * 1_048_576;

  @Option(
      names = "--max-unread-reply-bytes",
      paramLabel = "BYTES",
      description =
          "Bytes of its own unread replies past which a client is not read from, until half of"
              + " them are taken.")
  private int maxUnreadReplyBytes = 65_536;

  @Option(
      names = "--max-unsent-bytes",
      paramLabel = "BYTES",
      description =
          "Bytes for one receiver that the kernel takes while they can't be sent yet; what is more"
              + " waits in the server. On Linux, not with --transport nio.")
  private long maxUnsentBytes = 1_048_576;

  @Option(
      names = "--stall-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "10s",
      description = "How long a receiver may take nothing of what waits for it.")
  private Duration stallTimeout = Duration.ZERO;

  @Option(
      names = "--registration-grace",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "50ms",
      description = "Silence after which a username without a line feed is complete.")
  private Duration registrationGrace = Duration.ZERO;

  @Option(
      names = "--registration-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "10s",
      description = "Time within which the username must be complete.")
  private Duration registrationTimeout = Duration.ZERO;

  @Option(
      names = "--linger-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "1s",
      description = "How long input is discarded before a connection that is ended closes.")
  private Duration lingerTimeout = Duration.ZERO;

  @Option(
      names = "--half-open-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "60s",
      description =
          "Time within which a peer that is gone without a word is found, by TCP keep-alive or"
              + " TCP_USER_TIMEOUT.")
  private Duration halfOpenTimeout = Duration.ZERO;

  WireLimits limits() {
    return new WireLimits(
        maxMessageBytes,
        maxBadInputs,
        registrationGrace,
        registrationTimeout,
        lingerTimeout,
        maxUnreadReplyBytes,
        maxUnsentBytes,
        new HalfOpenDetection(halfOpenTimeout),
        new SlowReceiverPolicy(maxPendingBytes, maxBurstBytes, stallTimeout));
  }
}
