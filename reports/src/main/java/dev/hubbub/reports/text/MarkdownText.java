package dev.hubbub.reports.text;

/** Text inside GitHub Flavored Markdown. */
public final class MarkdownText {
  // Every sign that can begin a construct inside a line; GitHub also reads $ as mathematics. Signs
  // that mean something only at the beginning of a line stay: nothing here begins one.
  private static final String SIGNS = "\\`*[]|~$";

  private MarkdownText() {}

  /** The text in one line, such that it reads as itself, in a table's cell too. */
  public static String escape(String raw) {
    String line = PlainText.line(raw);
    StringBuilder out = new StringBuilder(line.length() + 8);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '_' -> out.append(isInsideWord(line, i) ? "_" : "\\_");
        default -> out.append(SIGNS.indexOf(c) < 0 ? "" : "\\").append(c);
      }
    }
    return out.toString();
  }

  // There it never begins an emphasis, and AT_LEAST can be searched for.
  private static boolean isInsideWord(String line, int i) {
    return i > 0
        && i + 1 < line.length()
        && Character.isLetterOrDigit(line.charAt(i - 1))
        && Character.isLetterOrDigit(line.charAt(i + 1));
  }

  /** A fenced block that the text can't close. */
  public static String block(String language, String raw) {
    String text = PlainText.clean(raw);
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    return fence + language + "\n" + text + "\n" + fence + "\n";
  }
}
