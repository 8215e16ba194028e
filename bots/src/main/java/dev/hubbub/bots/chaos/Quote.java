package dev.hubbub.bots.chaos;

/** Texts in the reports of chaos bots. */
final class Quote {
  private static final int CHARS_MAX = 120;

  private Quote() {}

  /** The text in quotation marks on one line, cut where it is long. */
  static String of(String text) {
    String line = text.replace("\n", "\\n").replace("\r", "\\r");
    return line.length() <= CHARS_MAX
        ? "\"" + line + "\""
        : "\"" + line.substring(0, CHARS_MAX) + "…\" (" + text.length() + " characters)";
  }
}
