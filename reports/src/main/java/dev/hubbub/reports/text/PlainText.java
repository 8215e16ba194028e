package dev.hubbub.reports.text;

/**
 * Text from outside (reasons, command lines, file names) made fit to show: what could move a
 * terminal's cursor, turn the reading direction, or has no UTF-8 becomes visible or is replaced.
 */
public final class PlainText {
  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /** The text with its line breaks and tabs, without other control characters. */
  public static String clean(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    raw.replace("\r\n", "\n").codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /** The text in one line: each run of white space becomes one space. */
  public static String line(String raw) {
    return clean(raw).replaceAll("\\s+", " ").strip();
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\n' || c == '\t') {
      out.append((char) c);
    } else if (turnsDirection(c)) {
      out.append(String.format("[U+%04X]", c));
    } else {
      out.appendCodePoint(isUnfit(c) ? REPLACEMENT : c);
    }
  }

  private static boolean isUnfit(int c) {
    int type = Character.getType(c);
    boolean isNonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return type == Character.CONTROL || type == Character.SURROGATE || isNonCharacter;
  }

  // The explicit marks, embeddings, overrides and isolates of the Unicode Bidirectional Algorithm
  // (UAX 9, 2.1 to 2.6): they can make a text read as something else.
  private static boolean turnsDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
