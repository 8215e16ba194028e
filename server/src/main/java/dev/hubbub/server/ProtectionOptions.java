package dev.hubbub.server;

import static dev.hubbub.cli.UsageException.require;

import dev.hubbub.cli.UsageException;
import dev.hubbub.server.wire.AddressRanges;
import dev.hubbub.server.wire.Protection;
import io.netty.util.internal.PlatformDependent;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the limits that protect the server as a whole. */
final class ProtectionOptions {
  private static final int UNREGISTERED_SHARE = 10;

  // On a small server a tenth would be fewer than may well join in the same moment.
  private static final int UNREGISTERED_DEFAULT_MIN = 100;

  private static final int PENDING_TOTAL_SHARE = 4;

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description =
          "Connections in all; more are told that the server is full. Default: the limit for open"
              + " files less "
              + OpenFiles.RESERVE
              + ".")
  private @Nullable Integer maxConnections;

  @Option(
      names = "--max-unregistered",
      paramLabel = "N",
      description =
          "Connections that have not registered yet; past it the oldest of them is closed. Default:"
              + " a tenth of --max-connections, but 100 where it allows as many.")
  private @Nullable Integer maxUnregistered;

  @Option(
      names = "--max-connections-per-address",
      paramLabel = "N",
      description = "Connections from one address; 0 for no limit.")
  private int maxConnectionsPerAddress = Protection.NO_LIMIT;

  @Option(
      names = "--allow",
      paramLabel = "CIDR",
      split = ",",
      description =
          "Source addresses that may connect, repeatable or separated by commas; 0.0.0.0/0,::/0 for"
              + " all. Default: loopback, private, link-local and unique-local ranges.")
  private List<String> allow = AddressRanges.ON_PREMISE;

  @Option(
      names = "--max-message-rate",
      paramLabel = "N",
      description =
          "Messages a second from one client; a faster one is read from more slowly. 0 for no"
              + " limit.")
  private int maxMessageRate = Protection.NO_LIMIT;

  @Option(
      names = "--max-pending-total-bytes",
      paramLabel = "BYTES",
      description =
          "Bytes that may wait for all receivers together. Default: a quarter of the memory that"
              + " Netty may use.")
  private @Nullable Long maxPendingTotalBytes;

  /** The limits, for a process that may open so many files. */
  Protection protection(OptionalLong openFilesMax) {
    int connectionsMax = connectionsMax(openFilesMax);
    return new Protection(
        connectionsMax,
        maxUnregistered == null ? unregisteredMax(connectionsMax) : maxUnregistered,
        maxConnectionsPerAddress,
        allowed(),
        maxMessageRate,
        maxPendingTotalBytes == null
            ? PlatformDependent.maxDirectMemory() / PENDING_TOTAL_SHARE
            : maxPendingTotalBytes);
  }

  private int connectionsMax(OptionalLong openFilesMax) {
    int possible =
        openFilesMax.isPresent()
            ? OpenFiles.connections(openFilesMax.getAsLong())
            : Integer.MAX_VALUE;
    if (maxConnections == null) {
      return possible;
    }
    require(
        maxConnections <= possible,
        "--max-connections",
        "must be at most "
            + possible
            + ", since this process may open "
            + openFilesMax.orElse(0)
            + " files",
        maxConnections);
    return maxConnections;
  }

  private static int unregisteredMax(int connectionsMax) {
    int share = connectionsMax / UNREGISTERED_SHARE;
    return Math.min(connectionsMax, Math.max(share, UNREGISTERED_DEFAULT_MIN));
  }

  private AddressRanges allowed() {
    try {
      return AddressRanges.parse(allow);
    } catch (IllegalArgumentException e) {
      throw new UsageException("'--allow': " + e.getMessage());
    }
  }
}
