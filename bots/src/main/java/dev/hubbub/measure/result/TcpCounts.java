package dev.hubbub.measure.result;

import org.jspecify.annotations.Nullable;

/**
 * What the kernel counted of TCP, of all sockets of the machine together. Null where it doesn't
 * tell.
 *
 * @param listenOverflows connections turned away because a queue of connections to accept was full
 * @param listenDrops connections turned away for any reason
 * @param retransmits segments that were sent again
 * @param segments segments that were sent
 */
public record TcpCounts(
    @Nullable Long listenOverflows,
    @Nullable Long listenDrops,
    @Nullable Long retransmits,
    @Nullable Long segments) {
  /** A kernel that tells nothing. */
  public static final TcpCounts UNKNOWN = new TcpCounts(null, null, null, null);

  /** What was counted since an earlier moment. */
  public TcpCounts since(TcpCounts earlier) {
    return new TcpCounts(
        difference(listenOverflows, earlier.listenOverflows),
        difference(listenDrops, earlier.listenDrops),
        difference(retransmits, earlier.retransmits),
        difference(segments, earlier.segments));
  }

  private static @Nullable Long difference(@Nullable Long now, @Nullable Long then) {
    return now == null || then == null ? null : (Long) (now - then);
  }
}
