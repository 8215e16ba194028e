package dev.hubbub.client.command;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.jline.terminal.impl.ffm.FfmTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.utils.ScreenTerminal;

/**
 * A program in a pseudo-terminal of the kernel, which is its controlling terminal, so that Ctrl-C
 * and a change of size reach it as in any other; and an emulator that shows what it draws.
 */
final class PseudoTerminal implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern NAME = Pattern.compile("/dev/pts/\\d+");

  private final AbstractPosixTerminal terminal;
  private final Pty pty;
  private final ScreenTerminal screen;
  private final StringBuilder raw = new StringBuilder();
  private final Process process;

  private PseudoTerminal(int columns, int rows, List<String> command, Map<String, String> more)
      throws IOException {
    this.terminal =
        (AbstractPosixTerminal)
            new FfmTerminalProvider()
                .newTerminal(
                    "test",
                    "xterm-256color",
                    InputStream.nullInputStream(),
                    java.io.OutputStream.nullOutputStream(),
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_8,
                    SignalHandler.SIG_DFL,
                    true,
                    new Attributes(),
                    Size.of(columns, rows));
    this.pty = terminal.getPty();
    this.screen = new ScreenTerminal(columns, rows);
    Matcher name = NAME.matcher(pty.toString());
    if (!name.find()) {
      throw new IOException("a pseudo-terminal without a name: " + pty);
    }
    terminal.setAttributes(usual(terminal.getAttributes()));
    List<String> words = new ArrayList<>(List.of("setsid", "--ctty", "--wait"));
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().remove("NO_COLOR");
    builder.environment().putAll(more);
    Path device = Path.of(name.group());
    this.process =
        builder
            .redirectInput(device.toFile())
            .redirectOutput(device.toFile())
            .redirectError(device.toFile())
            .start();
    Thread.ofPlatform().daemon().name("screen").start(this::draw);
  }

  /** Starts a program. */
  static PseudoTerminal start(
      int columns, int rows, List<String> command, Map<String, String> environment)
      throws IOException {
    return new PseudoTerminal(columns, rows, command, environment);
  }

  /** Types. */
  PseudoTerminal type(String keys) {
    try {
      pty.getMasterOutput().write(keys.getBytes(StandardCharsets.UTF_8));
      return this;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Changes the size; the kernel tells the program. */
  void resize(int columns, int rows) throws IOException {
    screen.setSize(Size.of(columns, rows));
    pty.setSize(Size.of(columns, rows));
  }

  /** What is on the screen, without the spaces at the ends of lines. */
  String screen() {
    int columns = columns();
    long[] cells = cells();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      int codePoint = ScreenTerminal.cellCodePoint(cells[i]);
      // The second cell of a wide character is empty.
      if (codePoint != 0) {
        text.appendCodePoint(codePoint);
      }
      if ((i + 1) % columns == 0) {
        text.append('\n');
      }
    }
    return text.toString().replaceAll("(?m) +$", "");
  }

  /** The cells of the screen, line by line. */
  long[] cells() {
    long[] cells = new long[screen.getColumns() * screen.getRows()];
    screen.dump(cells, new int[2]);
    return cells;
  }

  int columns() {
    return screen.getColumns();
  }

  /** Everything that the program has written. */
  String raw() {
    synchronized (raw) {
      return raw.toString();
    }
  }

  /** Waits until the screen shows the text. */
  PseudoTerminal awaitScreen(String text) {
    try {
      await().atMost(PATIENCE).until(() -> screen().contains(text));
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      throw new AssertionError("not on the screen: " + text + "\n" + screen(), e);
    }
    return this;
  }

  /** Waits for the end of the program, and returns its exit status. */
  int awaitExit() {
    await().atMost(PATIENCE).until(() -> !process.isAlive());
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    awaitExit();
    terminal.close();
  }

  private void draw() {
    char[] buffer = new char[8_192];
    try (Reader in = new InputStreamReader(pty.getMasterInput(), StandardCharsets.UTF_8)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        String part = new String(buffer, 0, n);
        synchronized (raw) {
          raw.append(part);
        }
        screen.write(part);
        // What a terminal answers when it is asked what it can do.
        String answer = screen.read();
        if (!answer.isEmpty()) {
          type(answer);
        }
      }
    } catch (IOException | RuntimeException e) {
      // The terminal is closed.
    }
  }

  // A new one has no flags set: what "stty sane" sets is what a shell would hand over.
  private static Attributes usual(Attributes attributes) {
    attributes.setInputFlag(Attributes.InputFlag.ICRNL, true);
    attributes.setOutputFlag(Attributes.OutputFlag.OPOST, true);
    attributes.setOutputFlag(Attributes.OutputFlag.ONLCR, true);
    attributes.setLocalFlag(Attributes.LocalFlag.ISIG, true);
    attributes.setLocalFlag(Attributes.LocalFlag.ICANON, true);
    attributes.setLocalFlag(Attributes.LocalFlag.ECHO, true);
    attributes.setLocalFlag(Attributes.LocalFlag.IEXTEN, true);
    attributes.setControlChar(Attributes.ControlChar.VINTR, 3);
    attributes.setControlChar(Attributes.ControlChar.VEOF, 4);
    attributes.setControlChar(Attributes.ControlChar.VERASE, 127);
    attributes.setControlChar(Attributes.ControlChar.VMIN, 1);
    return attributes;
  }
}
