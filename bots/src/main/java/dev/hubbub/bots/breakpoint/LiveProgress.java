package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.ProgressLine;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.StepOutcome;
import dev.hubbub.measure.NanoClock;
import java.io.PrintWriter;

/**
 * Says what a search is doing, where {@link ProgressLine} shows it.
 *
 * <p>Not safe for use by several threads.
 */
public final class LiveProgress implements SearchListener {
  private final ProgressLine progress;

  /**
   * Writes to the given writer.
   *
   * @param terminal whether the reader can see a line change
   * @param clock a monotonic clock
   */
  public LiveProgress(PrintWriter out, boolean terminal, NanoClock clock) {
    this(new ProgressLine(out, terminal, clock));
  }

  private LiveProgress(ProgressLine progress) {
    this.progress = progress;
  }

  /** Writes to standard error as this process has it. */
  public static LiveProgress onStandardError(PrintWriter err) {
    return new LiveProgress(ProgressLine.onStandardError(err));
  }

  /** A line that stays. */
  public void line(String text) {
    progress.line(text);
  }

  /** What the following live text is about; said at once. */
  public void subject(String text) {
    progress.subject(text);
  }

  /** How far the subject is; seen until the next text. */
  public void live(String text) {
    progress.live(text);
  }

  @Override
  public void stepStarted(int number, Dimension dimension, Step step, SearchStatus status) {
    progress.subject(ProgressText.started(number, dimension, step), ProgressText.standing(status));
  }

  @Override
  public void stepEnded(int number, Dimension dimension, StepOutcome outcome) {
    line(ProgressText.ended(number, dimension, outcome.result()));
  }
}
