package dev.hubbub.bots;

/** Hears of a step while it runs, on the thread that runs it; it must return soon. */
public interface WindowListener {
  /** The measured window has begun in every worker. */
  void windowStarted();

  /** The measured window has ended in every worker; the drain begins. */
  void windowEnded();

  /** Said a few times a second. */
  default void progress(StepProgress progress) {}
}
