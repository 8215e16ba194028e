package dev.hubbub.logs;

/** Makes text harmless for a log that people and programs read line by line. */
final class SafeText {
  private SafeText() {}

  /**
   * Appends text with everything escaped as in Java that could end a line, move or hide what a
   * terminal shows, or turn the direction of reading: control and format characters, the separators
   * of lines and paragraphs, halves of surrogate pairs; and the backslash, so that an escape can't
   * be forged.
   */
  static void append(StringBuilder line, String text) {
    append(line, text, false);
  }

  /** Appends text in quotes, in which quotes are escaped too: nobody can end it early. */
  static void appendQuoted(StringBuilder line, String text) {
    line.append('"');
    append(line, text, true);
    line.append('"');
  }

  private static void append(StringBuilder line, String text, boolean quoted) {
    int length = text.length();
    for (int i = 0; i < length; ) {
      int c = text.codePointAt(i);
      int chars = Character.charCount(c);
      if (c == '\\' || (quoted && c == '"')) {
        line.append('\\').append((char) c);
      } else if (isHarmful(c)) {
        escape(line, text, i, chars);
      } else {
        line.appendCodePoint(c);
      }
      i += chars;
    }
  }

  private static boolean isHarmful(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static void escape(StringBuilder line, String text, int start, int chars) {
    for (int i = start; i < start + chars; i++) {
      switch (text.charAt(i)) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append("\\u%04x".formatted((int) text.charAt(i)));
      }
    }
  }
}
