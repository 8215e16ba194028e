package dev.hubbub.bots;

import java.time.Duration;

/**
 * A load held constant: direct messages to random peers, spread evenly over all users.
 *
 * @param messagesPerSecond of the whole fleet
 * @param settle how long the load runs before the window begins
 * @param window how long it is measured
 * @param drainMax how long to wait, once the load has stopped, for what is still on the way
 */
public record StepPlan(
    double messagesPerSecond, Duration settle, Duration window, Duration drainMax) {
  /** Checks the ranges. */
  public StepPlan {
    if (!(messagesPerSecond > 0) || Double.isInfinite(messagesPerSecond)) {
      throw new IllegalArgumentException(
          "'messagesPerSecond' must be positive, got: " + messagesPerSecond);
    }
    if (settle.isNegative()) {
      throw new IllegalArgumentException("'settle' must not be negative, got: " + settle);
    }
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("'window' must be positive, got: " + window);
    }
    if (drainMax.isNegative()) {
      throw new IllegalArgumentException("'drainMax' must not be negative, got: " + drainMax);
    }
  }
}
