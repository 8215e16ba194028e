package dev.hubbub.bots.search;

import org.jspecify.annotations.Nullable;

/**
 * What a step showed.
 *
 * @param load that was really put on the server: the target, or less where a ceiling was in the way
 * @param ceiling learned in this step, or null
 */
public record Observation(long load, Outcome outcome, @Nullable Ceiling ceiling) {
  /** How a step ended. */
  public enum Outcome {
    /** Every clause of the SLO held. */
    HELD,
    /** A clause failed, and nothing says that it was the generator's fault. */
    FAILED,
    /** A clause failed while the generator or the machine was at a limit: proves nothing. */
    GENERATOR_LIMITED
  }
}
