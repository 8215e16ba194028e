package dev.hubbub.gatling.engine;

/** What a step does once its time runs. Immutable: one object serves all virtual users. */
public sealed interface Step permits RegisterStep, RequestStep, DeliveryStep, CloseStep {
  /**
   * Begins the step and returns; it ends when {@code timed} is told so. An exception that leaves
   * this method ends it as a crash.
   */
  void start(TimedStep timed);
}
