package dev.hubbub.server.wire;

/**
 * Tells when a client that sends faster than it may is read from again, by the generic cell rate
 * algorithm (ITU-T I.371): every message moves the time at which the next one is due; a second's
 * worth may come at once. Holds the state of one client.
 */
final class MessageRate {
  private static final long BURST_NS = 1_000_000_000L;

  private final long intervalNs;
  private long nextDueNs;

  MessageRate(int messagesPerSecondMax, long nowNs) {
    this.intervalNs = 1_000_000_000L / messagesPerSecondMax;
    this.nextDueNs = nowNs;
  }

  /** Counts a message. */
  void count(long nowNs) {
    nextDueNs = Math.max(nowNs, nextDueNs) + intervalNs;
  }

  /** How long the client must not be read from; 0 or less when it may send. */
  long waitNs(long nowNs) {
    return nextDueNs + intervalNs - BURST_NS - nowNs;
  }
}
