package dev.hubbub.client.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * The one way to the terminal for what is not typed: shows it above the prompt, in order, on a
 * thread of its own. What comes in one go is printed in one go, so that the prompt is drawn once.
 *
 * <p>Safe for use by several threads. Showing blocks while the terminal is slower than what comes:
 * then the connection is read more slowly, and nothing is lost.
 */
final class Screen implements AutoCloseable {
  private static final int WAITING_MAX = 1_000;
  private static final String BELL = "\u0007";

  private final LineReader reader;
  private final Terminal terminal;
  private final boolean styled;
  private final BlockingQueue<Item> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final Thread printer = new Thread(this::print, "hubbub-screen");

  /**
   * A screen over a prompt.
   *
   * @param styled whether colours and other styles are sent
   */
  Screen(LineReader reader, boolean styled) {
    this.reader = reader;
    this.terminal = reader.getTerminal();
    this.styled = styled;
    printer.setDaemon(true);
    printer.start();
  }

  /** Shows lines, laid out for the width that the terminal has when they are shown. */
  void show(Rendering rendering, boolean ring) {
    put(new Item(rendering, ring, false));
  }

  /** Shows what is waiting, and ends. */
  @Override
  public void close() {
    put(new Item(_ -> List.of(), false, true));
    try {
      printer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(Item item) {
    try {
      waiting.put(item);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print() {
    List<Item> items = new ArrayList<>();
    try {
      do {
        items.clear();
        items.add(waiting.take());
        waiting.drainTo(items);
        print(items);
      } while (!items.getLast().last());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(List<Item> items) {
    StringBuilder text = new StringBuilder();
    int width = terminal.getColumns();
    for (Item item : items) {
      for (AttributedString line : item.rendering().lines(width)) {
        text.append(styled ? line.toAnsi(terminal) : line.toString()).append('\n');
      }
    }
    if (text.isEmpty()) {
      return;
    }
    if (items.stream().anyMatch(Item::ring)) {
      text.insert(0, BELL);
    }
    reader.printAbove(text.toString());
  }

  /** Lines for a width. */
  interface Rendering {
    /**
     * The lines, none of them wider than that.
     *
     * @param columns width of the terminal
     */
    List<AttributedString> lines(int columns);
  }

  private record Item(Rendering rendering, boolean ring, boolean last) {}
}
