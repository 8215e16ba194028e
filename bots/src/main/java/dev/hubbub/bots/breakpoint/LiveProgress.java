package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.StepOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Says what a long command is doing: on a terminal in one line that is rewritten, elsewhere in a
 * plain line every few seconds. Meant for standard error.
 *
 * <p>Not safe for use by several threads.
 */
public final class LiveProgress implements SearchListener {
  private static final long PLAIN_INTERVAL_NS = TimeUnit.SECONDS.toNanos(5);
  private static final int LINE_CHARS_MAX = 79;
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier clockNs;
  private String subject = "";
  private long saidNs;
  private boolean lineOpen;

  /**
   * Writes to the given writer.
   *
   * @param terminal whether the reader can see a line change
   * @param clockNs a monotonic clock, in nanoseconds
   */
  public LiveProgress(PrintWriter out, boolean terminal, LongSupplier clockNs) {
    this.out = out;
    this.terminal = terminal;
    this.clockNs = clockNs;
    this.saidNs = clockNs.getAsLong();
  }

  /** Writes to standard error as this process has it. */
  public static LiveProgress onStandardError(PrintWriter err) {
    return new LiveProgress(err, standardErrorIsTerminal(), System::nanoTime);
  }

  /** A line that stays. */
  public void line(String text) {
    erase();
    out.println(text);
    out.flush();
    saidNs = clockNs.getAsLong();
  }

  /** What the following live text is about; said at once. */
  public void subject(String text) {
    subject = text;
    if (terminal) {
      show(text);
    } else {
      line(text);
    }
  }

  /** How far the subject is; seen until the next text. */
  public void live(String text) {
    long nowNs = clockNs.getAsLong();
    if (terminal) {
      show(subject + " · " + text);
    } else if (nowNs - saidNs >= PLAIN_INTERVAL_NS) {
      line("  " + text);
    }
  }

  @Override
  public void stepStarted(int number, Dimension dimension, Step step) {
    subject(ProgressText.started(number, dimension, step));
  }

  @Override
  public void stepEnded(int number, Dimension dimension, StepOutcome outcome) {
    line(ProgressText.ended(number, dimension, outcome.result()));
  }

  private void show(String text) {
    // A line that wraps could not be erased.
    out.print(ERASE_LINE + text.substring(0, Math.min(text.length(), LINE_CHARS_MAX)));
    out.flush();
    lineOpen = true;
  }

  private void erase() {
    if (lineOpen) {
      out.print(ERASE_LINE);
      lineOpen = false;
    }
  }

  // Java knows whether standard input and output are a terminal, not standard error; Linux does.
  // Plain lines are right on any device.
  private static boolean standardErrorIsTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
