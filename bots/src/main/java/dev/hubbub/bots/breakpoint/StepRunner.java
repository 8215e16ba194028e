package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.StepOutcome;
import java.io.IOException;

/** Puts a load on a server and measures what becomes of it. */
public interface StepRunner {
  /**
   * Runs a step to its end.
   *
   * @throws IOException if the step could not be run at all, so that it proves nothing
   */
  StepOutcome run(Step step) throws IOException, InterruptedException;
}
