package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.StepOutcome;

/** Hears of a search while it runs, on the thread that runs it. */
public interface SearchListener {
  /**
   * A step begins.
   *
   * @param status of the search so far
   */
  void stepStarted(int number, Dimension dimension, Step step, SearchStatus status);

  /** A step has ended. */
  void stepEnded(int number, Dimension dimension, StepOutcome outcome);
}
