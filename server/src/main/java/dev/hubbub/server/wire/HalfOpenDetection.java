package dev.hubbub.server.wire;

import java.time.Duration;

/**
 * How the kernel finds a peer that is gone without a word, within one time in all.
 *
 * <p>TCP keep-alive finds it while nothing is under way, TCP_USER_TIMEOUT while data is. The worst
 * case is a message that is sent just before keep-alive would have noticed: then the second begins
 * where the first ends. So each has a little less than half of the time: a quarter of it idle, then
 * three probes a fifteenth apart. Three, so that two lost packets disconnect nobody. Where
 * TCP_USER_TIMEOUT is set, Linux ends a connection at the first probe that is due after it (see
 * tcp(7)), hence the same time for both.
 *
 * @param timeMax time within which such a connection is closed, from {@link #MIN} on
 */
public record HalfOpenDetection(Duration timeMax) {
  /** The shortest time that keep-alive, which counts in seconds, can keep to. */
  public static final Duration MIN = Duration.ofSeconds(15);

  private static final int IDLE_SHARE = 4;
  private static final int INTERVAL_SHARE = 15;

  /** Time without a byte from the peer after which the first probe is sent, in seconds. */
  public int idleSeconds() {
    return share(IDLE_SHARE);
  }

  /** Time from one probe to the next, in seconds. */
  public int intervalSeconds() {
    return share(INTERVAL_SHARE);
  }

  /** Probes without an answer after which the peer is gone. */
  public int probes() {
    return 3;
  }

  /** Time in which the peer may leave data unacknowledged, or its window closed. */
  public Duration userTimeout() {
    return Duration.ofSeconds(idleSeconds() + (long) probes() * intervalSeconds());
  }

  private int share(int part) {
    return Math.toIntExact(timeMax.toSeconds() / part);
  }
}
