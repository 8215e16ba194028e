package dev.hubbub.server.wire;

/**
 * The limits that protect the server as a whole.
 *
 * @param connectionsMax connections in all
 * @param unregisteredMax connections that have not registered yet; past it the oldest of them is
 *     closed
 * @param connectionsPerAddressMax connections from one address, or {@link #NO_LIMIT}
 * @param allowed addresses that may connect
 * @param messagesPerSecondMax messages a second that are read from one client, or {@link #NO_LIMIT}
 * @param pendingTotalBytesMax bytes that may wait for all receivers together
 */
public record Protection(
    int connectionsMax,
    int unregisteredMax,
    int connectionsPerAddressMax,
    AddressRanges allowed,
    int messagesPerSecondMax,
    long pendingTotalBytesMax) {
  /** In place of a limit that is not set. */
  public static final int NO_LIMIT = 0;
}
