package dev.hubbub.bots.search;

/** What to do next: run a step, or stop. */
public sealed interface Move {
  /**
   * Run a step.
   *
   * @param target load in the unit of the dimension
   */
  record Step(Phase phase, long target) implements Move {}

  /** Nothing is left to try. */
  record Finished(SearchOutcome outcome) implements Move {}
}
