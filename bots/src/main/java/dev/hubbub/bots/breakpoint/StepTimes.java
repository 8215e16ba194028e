package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.search.Phase;
import java.time.Duration;

/**
 * How long the parts of a step take.
 *
 * @param settle under load before the window, not measured
 * @param window measured
 * @param confirmWindow measured instead when the step confirms a result
 * @param drainMax the longest that messages on the way are waited for after the window
 */
public record StepTimes(
    Duration settle, Duration window, Duration confirmWindow, Duration drainMax) {
  /** The measured window of a step. */
  public Duration window(Phase phase) {
    return phase == Phase.CONFIRM ? confirmWindow : window;
  }

  /** The time that a step takes at least. */
  public Duration least(Phase phase) {
    return settle.plus(window(phase));
  }
}
