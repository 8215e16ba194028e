package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.ProgressLine;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.StepOutcome;
import dev.hubbub.measure.NanoClock;
import java.io.PrintWriter;

/**
 * Says what a long command is doing: lines that stay, and between them how far it is. Meant for
 * standard error.
 *
 * <p>Not safe for use by several threads.
 */
public final class LiveProgress implements SearchListener {
  private static final int LINE_CHARS_MAX = 79;

  private final PrintWriter out;
  private final boolean terminal;
  private final ProgressLine line;
  private String subject = "";

  /**
   * Writes to the given writer.
   *
   * @param terminal whether what is written there can be written over
   */
  public LiveProgress(PrintWriter out, boolean terminal, NanoClock clock) {
    this.out = out;
    this.terminal = terminal;
    this.line = new ProgressLine(out, terminal, clock);
  }

  /** Writes to standard error as this process has it. */
  public static LiveProgress onStandardError(PrintWriter err) {
    return new LiveProgress(err, ProgressLine.isTerminal(System.getenv()), System::nanoTime);
  }

  /** A line that stays. */
  public void line(String text) {
    line.clear();
    out.println(text);
    out.flush();
  }

  /** What the following live text is about; said at once. */
  public void subject(String text) {
    subject = text;
    if (terminal) {
      line.show(cut(text));
    } else {
      line(text);
    }
  }

  /** How far the subject is; seen until the next text. */
  public void live(String text) {
    line.show(terminal ? cut(subject + " · " + text) : "  " + text);
  }

  @Override
  public void stepStarted(int number, Dimension dimension, Step step) {
    subject(ProgressText.started(number, dimension, step));
  }

  @Override
  public void stepEnded(int number, Dimension dimension, StepOutcome outcome) {
    line(ProgressText.ended(number, dimension, outcome.result()));
  }

  // A line that wraps could not be written over.
  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LINE_CHARS_MAX));
  }
}
