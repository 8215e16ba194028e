package dev.hubbub.bots;

import dev.hubbub.measure.NanoClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Says what a long command is doing: on a terminal in one line that is rewritten, elsewhere in a
 * plain line every few seconds. Meant for standard error.
 *
 * <p>Not safe for use by several threads.
 */
public final class ProgressLine {
  private static final long PLAIN_INTERVAL_NS = TimeUnit.SECONDS.toNanos(5);
  private static final int LINE_CHARS_MAX = 79;
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintWriter out;
  private final boolean terminal;
  private final NanoClock clock;
  private String subject = "";
  private long saidNs;
  private boolean lineOpen;

  /**
   * Writes to the given writer.
   *
   * @param terminal whether the reader can see a line change
   */
  public ProgressLine(PrintWriter out, boolean terminal, NanoClock clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.saidNs = clock.nanoTime();
  }

  /** Writes to standard error as this process has it. */
  public static ProgressLine onStandardError(PrintWriter err) {
    return new ProgressLine(err, standardErrorIsTerminal(), NanoClock.SYSTEM);
  }

  /** A line that stays. */
  public void line(String text) {
    erase();
    out.println(text);
    out.flush();
    saidNs = clock.nanoTime();
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
    if (terminal) {
      show(subject + " · " + text);
    } else if (clock.nanoTime() - saidNs >= PLAIN_INTERVAL_NS) {
      line("  " + text);
    }
  }

  /** Takes live text away: something else is going to be written. */
  public void erase() {
    if (lineOpen) {
      out.print(ERASE_LINE);
      out.flush();
      lineOpen = false;
    }
  }

  private void show(String text) {
    // A line that wraps could not be erased.
    out.print(ERASE_LINE + text.substring(0, Math.min(text.length(), LINE_CHARS_MAX)));
    out.flush();
    lineOpen = true;
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
