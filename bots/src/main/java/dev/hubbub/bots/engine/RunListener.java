package dev.hubbub.bots.engine;

import org.jspecify.annotations.Nullable;

/** Hears of a run while it goes on, on the event loop: it must return at once. */
public interface RunListener {
  /** The window has begun. */
  void windowStarted();

  /** The window has ended, and the drain begins. */
  void windowEnded();

  /**
   * Said a few times a second.
   *
   * @param sent messages since the phase began
   * @param delivered messages since the phase began
   * @param p99Ms latency since the phase began, or null while it can't be known
   */
  void progress(long sent, long delivered, @Nullable Double p99Ms);
}
