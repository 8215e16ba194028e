package dev.hubbub.measure.result;

/**
 * What became of the connections of a step.
 *
 * @param attempted connections begun in this step
 * @param failed connections that were not registered in the end, for whatever reason
 * @param refusedFull those of them that the server refused because it is full
 * @param dropped registered connections that ended without the bot wanting it
 */
public record ConnectionCounts(long attempted, long failed, long refusedFull, long dropped) {
  /** Nothing at all. */
  public static final ConnectionCounts NONE = new ConnectionCounts(0, 0, 0, 0);

  /** The sum of two disjoint sets of connections. */
  public ConnectionCounts plus(ConnectionCounts other) {
    return new ConnectionCounts(
        attempted + other.attempted,
        failed + other.failed,
        refusedFull + other.refusedFull,
        dropped + other.dropped);
  }
}
