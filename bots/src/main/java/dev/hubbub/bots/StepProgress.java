package dev.hubbub.bots;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a step is.
 *
 * @param elapsed since the step began
 * @param inPhase since the phase began
 * @param sent messages since the phase began, all workers together
 * @param delivered messages since the phase began, all workers together
 * @param p99Ms latency of the phase so far, of the slowest worker; null while there are too few
 *     messages to know it
 */
public record StepProgress(
    Phase phase,
    Duration elapsed,
    Duration inPhase,
    long sent,
    long delivered,
    @Nullable Double p99Ms) {
  /** The parts of a step, in their order. */
  public enum Phase {
    /** The load runs and is not measured yet. */
    SETTLE,
    /** The load runs and is measured. */
    WINDOW,
    /** The load has stopped; what is on the way may still arrive. */
    DRAIN
  }
}
