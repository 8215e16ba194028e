package dev.hubbub.bots;

import dev.hubbub.measure.NanoClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Live progress: one line that is written over and over on a terminal, and a line every few seconds
 * anywhere else. Safe for use by several threads.
 */
public final class ProgressLine {
  private static final long PLAIN_PERIOD_NS = TimeUnit.SECONDS.toNanos(3);
  private static final String START_OF_LINE = "\r";
  private static final String CLEAR_TO_END = "\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private final NanoClock clock;
  private long plainNs;
  private boolean open;

  /** Progress on a writer; terminal: whether what is written there can be written over. */
  public ProgressLine(PrintWriter out, boolean terminal, NanoClock clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.plainNs = clock.nanoTime() - PLAIN_PERIOD_NS;
  }

  /** Whether standard error is a terminal that understands more than lines; off Linux, no. */
  public static boolean isTerminal(Map<String, String> environment) {
    if ("dumb".equals(environment.getOrDefault("TERM", "dumb"))) {
      return false;
    }
    try {
      Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/2"));
      return target.startsWith("/dev/pts") || target.toString().startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Shows how far it is. */
  public synchronized void show(String text) {
    if (terminal) {
      out.print(START_OF_LINE + text + CLEAR_TO_END);
      open = true;
    } else if (clock.nanoTime() - plainNs >= PLAIN_PERIOD_NS) {
      plainNs = clock.nanoTime();
      out.println(text);
    }
    out.flush();
  }

  /** Takes the line away: something else is going to be written. */
  public synchronized void clear() {
    if (open) {
      out.print(START_OF_LINE + CLEAR_TO_END);
      out.flush();
      open = false;
    }
  }
}
