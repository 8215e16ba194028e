package dev.hubbub.server.outbound;

import java.time.Duration;

/**
 * When a receiver counts as too slow. Pure.
 *
 * @param pendingBytesMax most bytes that may wait for a receiver that doesn't take them
 * @param burstBytesMax most bytes that may be on their way to a receiver that had no turn to take
 *     them yet; they wait for a processor and not for the receiver
 * @param stallMax longest time in which a receiver with waiting bytes may take none of them
 */
public record SlowReceiverPolicy(long pendingBytesMax, long burstBytesMax, Duration stallMax) {
  /** How many times within {@link #stallMax} the progress of a receiver is looked at. */
  public static final int LOOKS_PER_STALL = 10;

  /** Whether a message may be queued. One is always taken when none waits, however long it is. */
  public boolean admits(long pendingBytes, int messageBytes) {
    return pendingBytes == 0 || pendingBytes + messageBytes <= pendingBytesMax;
  }

  /** Whether a message over that may be queued for a receiver that had no turn yet. */
  public boolean admitsBurst(long pendingBytes, int messageBytes) {
    return pendingBytes + messageBytes <= burstBytesMax;
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
