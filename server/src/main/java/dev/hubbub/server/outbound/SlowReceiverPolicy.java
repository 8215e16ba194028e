package dev.hubbub.server.outbound;

import java.time.Duration;

/**
 * When a receiver counts as too slow. Pure.
 *
 * @param pendingBytesMax most bytes that may wait for one receiver
 * @param stallMax longest time in which a receiver with waiting bytes may take none of them
 */
public record SlowReceiverPolicy(long pendingBytesMax, Duration stallMax) {
  /** How many times within {@link #stallMax} the progress of a receiver is looked at. */
  public static final int LOOKS_PER_STALL = 10;

  /** Whether a message may be queued. One is always taken when none waits, however long it is. */
  public boolean admits(long pendingBytes, int messageBytes) {
    return pendingBytes == 0 || pendingBytes + messageBytes <= pendingBytesMax;
  }

  /** Whether a reply to the receiver's own request may be queued. */
  public boolean admitsReply(long pendingBytes) {
    return pendingBytes <= pendingBytesMax;
  }

  /** Time between two looks. */
  public Duration lookInterval() {
    return stallMax.dividedBy(LOOKS_PER_STALL);
  }

  /**
   * Whether a receiver is too slow after so many looks in a row that saw waiting bytes and no
   * progress.
   */
  public boolean isStalled(int looksWithoutProgress) {
    return looksWithoutProgress >= LOOKS_PER_STALL;
  }
}
