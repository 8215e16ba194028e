package dev.hubbub.client.command;

import java.util.Locale;
import java.util.Objects;
import org.jline.utils.ScreenTerminal;

/** Draws the cells of a terminal's screen as an SVG picture, in which the text stays text. */
final class SvgScreen {
  private static final double CELL_WIDTH = 8.4;
  private static final int CELL_HEIGHT = 18;
  private static final int MARGIN = 12;
  private static final String FOREGROUND = "#d8dee9";
  private static final String BACKGROUND = "#1e222a";

  private final StringBuilder svg = new StringBuilder();

  private SvgScreen() {}

  /** The picture of a screen of so many columns. */
  static String draw(long[] cells, int columns) {
    return new SvgScreen().picture(cells, columns);
  }

  private String picture(long[] cells, int columns) {
    int rows = cells.length / columns;
    double width = columns * CELL_WIDTH + 2 * MARGIN;
    int height = rows * CELL_HEIGHT + 2 * MARGIN;
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %.0f %d' width='%.0f'>\n",
        width, height, width);
    add("<rect width='100%%' height='100%%' rx='8' fill='%s'/>\n", BACKGROUND);
    add("<g font-family='DejaVu Sans Mono,Menlo,Consolas,monospace' font-size='14'>\n");
    for (int row = 0; row < rows; row++) {
      int column = 0;
      while (column < columns) {
        column = run(cells, row, column, columns);
      }
    }
    return svg.append("</g>\n</svg>\n").toString();
  }

  // Cells of one style are one piece of text; a wide character is one of its own, so that no font
  // shifts what follows.
  private int run(long[] cells, int row, int from, int columns) {
    int at = row * columns;
    long first = cells[at + from];
    StringBuilder text = new StringBuilder();
    int end = from;
    while (end < columns
        && ScreenTerminal.cellAttr(cells[at + end]) == ScreenTerminal.cellAttr(first)) {
      int codePoint = ScreenTerminal.cellCodePoint(cells[at + end]);
      boolean wide = end + 1 < columns && ScreenTerminal.cellCodePoint(cells[at + end + 1]) == 0;
      if (wide && end > from) {
        break;
      }
      text.appendCodePoint(codePoint == 0 ? ' ' : codePoint);
      end += wide ? 2 : 1;
      if (wide) {
        break;
      }
    }
    if (!text.toString().isBlank()) {
      piece(text.toString(), first, row, from, end);
    }
    return end;
  }

  private void piece(String text, long cell, int row, int from, int end) {
    double x = MARGIN + from * CELL_WIDTH;
    int y = MARGIN + row * CELL_HEIGHT;
    String colour =
        ScreenTerminal.cellHasForeground(cell)
            ? String.format(
                Locale.ROOT,
                "#%06x",
                ScreenTerminal.cellColorRgb(ScreenTerminal.cellForeground(cell)))
            : FOREGROUND;
    boolean inverse = ScreenTerminal.cellInverse(cell);
    if (inverse) {
      add(
          "<rect x='%.1f' y='%d' width='%.1f' height='%d' fill='%s'/>\n",
          x, y, (end - from) * CELL_WIDTH, CELL_HEIGHT, colour);
    }
    add(
        "<text x='%.1f' y='%d' textLength='%.1f' lengthAdjust='spacingAndGlyphs' fill='%s'%s"
            + " xml:space='preserve'>%s</text>\n",
        x,
        y + 13,
        (end - from) * CELL_WIDTH,
        inverse ? BACKGROUND : colour,
        ScreenTerminal.cellBold(cell) ? " font-weight='bold'" : "",
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, Objects.requireNonNull(format), values));
  }
}
