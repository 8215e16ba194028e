package dev.hubbub.bots;

import dev.hubbub.measure.CommandOutput;
import dev.hubbub.measure.NanoClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Says what a long command is doing: on a terminal in one line that is rewritten, elsewhere in a
 * plain line every few seconds. Meant for standard error.
 *
 * <p>Not safe for use by several threads.
 */
public final class ProgressLine {
  private static final long PLAIN_INTERVAL_NS = TimeUnit.SECONDS.toNanos(5);
  private static final int COLUMNS_DEFAULT = 80;
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintWriter out;
  private final boolean terminal;
  private final int columns;
  private final NanoClock clock;
  private String subject = "";
  private String standing = "";
  private long saidNs;
  private boolean lineOpen;

  /**
   * Writes to the given writer.
   *
   * @param terminal whether the reader can see a line change
   */
  public ProgressLine(PrintWriter out, boolean terminal, NanoClock clock) {
    this(out, terminal, COLUMNS_DEFAULT, clock);
  }

  /** Writes to a reader who sees lines change, and sees so many columns. */
  ProgressLine(PrintWriter out, int columns, NanoClock clock) {
    this(out, true, columns, clock);
  }

  private ProgressLine(PrintWriter out, boolean terminal, int columns, NanoClock clock) {
    this.out = out;
    this.terminal = terminal;
    this.columns = columns;
    this.clock = clock;
    this.saidNs = clock.nanoTime();
  }

  /** Writes to standard error as this process has it. */
  public static ProgressLine onStandardError(PrintWriter err) {
    return terminal()
        .map(device -> new ProgressLine(err, columns(device), NanoClock.SYSTEM))
        .orElseGet(() -> new ProgressLine(err, false, NanoClock.SYSTEM));
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
    subject(text, "");
  }

  /**
   * What the following live text is about, and how things stand; said at once. On a terminal the
   * live text goes between the two, for what is last may not fit.
   */
  public void subject(String text, String howThingsStand) {
    subject = text;
    standing = howThingsStand.isEmpty() ? "" : "; " + howThingsStand;
    if (terminal) {
      show(subject + standing);
    } else {
      line(subject + standing);
    }
  }

  /** How far the subject is; seen until the next text. */
  public void live(String text) {
    if (terminal) {
      show(subject + " · " + text + standing);
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
    out.print(ERASE_LINE + text.substring(0, Math.min(text.length(), columns - 1)));
    out.flush();
    lineOpen = true;
  }

  // Java knows whether standard input and output are a terminal, not standard error; Linux does.
  // Plain lines are right on any device.
  private static Optional<Path> terminal() {
    try {
      Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/2"));
      return Optional.of(device).filter(path -> path.toString().matches("/dev/(pts/|tty).*"));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  // "rows columns", as stty(1) prints them; a terminal that doesn't know says 0.
  private static int columns(Path device) {
    try {
      return CommandOutput.of("stty", "-F", device.toString(), "size")
          .filter(size -> size.matches("\\d{1,5} \\d{1,5}"))
          .map(size -> Integer.parseInt(size.substring(size.indexOf(' ') + 1)))
          .filter(columns -> columns > 1)
          .orElse(COLUMNS_DEFAULT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return COLUMNS_DEFAULT;
    }
  }
}
