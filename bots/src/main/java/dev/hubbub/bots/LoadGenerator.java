package dev.hubbub.bots;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntConsumer;

/** Users at a server that can be put under a load. For one thread. */
public interface LoadGenerator {
  /**
   * Registers or disconnects users until so many are registered, or can't be.
   *
   * @param progress gets the number registered so far
   * @throws IOException if the generator fails
   */
  Growth growTo(int target, Duration timeout, IntConsumer progress)
      throws IOException, InterruptedException;

  /** Registered users, as of the end of the last growth or step. */
  int users();

  /**
   * Runs one step: a constant load.
   *
   * @throws IOException if no user is registered or the generator fails
   */
  StepMeasurement measure(StepPlan plan, WindowListener listener)
      throws IOException, InterruptedException;
}
