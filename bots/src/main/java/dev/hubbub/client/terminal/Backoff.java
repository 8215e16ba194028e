package dev.hubbub.client.terminal;

import java.time.Duration;

/**
 * How long to wait before each attempt to reconnect: twice as long each time, up to a limit, of
 * which half is random, so that the users of a server that comes back don't all come at once
 * ("equal jitter" in Marc Brooker, Exponential Backoff And Jitter, AWS Architecture Blog, 2015).
 *
 * @param first wait before the first attempt, at most
 * @param max longest wait
 */
record Backoff(Duration first, Duration max) {
  private static final int DOUBLINGS_MAX = 30;

  /**
   * The wait before an attempt.
   *
   * @param attempt 0 for the first
   * @param random at least 0 and less than 1
   */
  Duration delay(int attempt, double random) {
    double grown = (double) first.toNanos() * Math.pow(2, Math.min(attempt, DOUBLINGS_MAX));
    double limit = Math.min(grown, (double) max.toNanos());
    return Duration.ofNanos(Math.round(limit / 2 + limit / 2 * random));
  }
}
