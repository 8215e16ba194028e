package dev.hubbub.client.text;

import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.WCWidth;
import org.jspecify.annotations.Nullable;

/**
 * Measures text in columns, as a terminal shows it: wide characters take two, combining ones none,
 * and a cluster such as a family of emoji takes what this terminal gives it.
 */
public final class Columns {
  private final @Nullable Terminal terminal;

  /**
   * For one terminal.
   *
   * @param terminal null for one that shows every grapheme cluster as one character
   */
  public Columns(@Nullable Terminal terminal) {
    this.terminal = terminal;
  }

  /** How many columns the text takes. */
  public int of(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i += clusterChars(text, i)) {
      columns += clusterColumns(text, i);
    }
    return columns;
  }

  /**
   * Where to break a text: at spaces, and a word that is too long anywhere between two clusters.
   *
   * @param firstMax columns of the first line, at least 2
   * @param max columns of the others, at least 2
   * @return the lines, at least one; the space at which a line was broken belongs to none
   */
  public List<Line> wrap(String text, int firstMax, int max) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int end = lineEnd(text, 0, firstMax); end < text.length(); ) {
      lines.add(new Line(start, end));
      start = text.charAt(end) == ' ' ? end + 1 : end;
      end = lineEnd(text, start, max);
    }
    lines.add(new Line(start, text.length()));
    return lines;
  }

  // The end of the line that begins there: the last space that fits, else the last cluster.
  private int lineEnd(String text, int start, int max) {
    int room = max;
    int space = -1;
    int i = start;
    while (i < text.length()) {
      if (text.charAt(i) == ' ') {
        space = i;
      }
      room -= clusterColumns(text, i);
      if (room < 0 && i > start) {
        return space > start ? space : i;
      }
      i += clusterChars(text, i);
    }
    return i;
  }

  private int clusterChars(String text, int at) {
    return Math.max(1, WCWidth.charCountForDisplay(text, at, terminal));
  }

  private int clusterColumns(String text, int at) {
    return Math.max(0, WCWidth.wcwidthForDisplay(text, at, terminal));
  }

  /**
   * A part of a text.
   *
   * @param start index of its first char
   * @param end index behind its last char
   */
  public record Line(int start, int end) {}
}
