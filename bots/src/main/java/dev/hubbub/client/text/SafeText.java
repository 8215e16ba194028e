package dev.hubbub.client.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text of others as it may be shown: what a terminal would obey, and what would show a text in
 * another order than it has, becomes a symbol that can be seen.
 *
 * <p>The bidirectional controls are those of the Unicode Standard Annex 9; what else is of the
 * category Cf is invisible. The two joiners, the marks of direction, the signs that enclose Arabic
 * numbers and the tags of flags stay, for without them text of some languages and emoji falls
 * apart.
 */
public final class SafeText {
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\n");
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE = 0x7F;
  private static final String DELETE_PICTURE = "␡";
  private static final String NO_CHARACTER = "\uFFFD";

  private SafeText() {}

  /** The text in one line. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(safe, codePoint));
    return safe.toString();
  }

  /** The lines of a text, at least one. */
  public static List<String> lines(String text) {
    return LINE_BREAK.splitAsStream(text).map(SafeText::of).toList();
  }

  /** Whether the character must not reach a terminal. */
  public static boolean isUnsafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      case Character.FORMAT -> !isHarmlessFormat(codePoint);
      default -> false;
    };
  }

  private static void append(StringBuilder safe, int codePoint) {
    if (!isUnsafe(codePoint)) {
      safe.appendCodePoint(codePoint);
    } else if (codePoint < ' ') {
      safe.appendCodePoint(CONTROL_PICTURES + codePoint);
    } else if (codePoint == DELETE) {
      safe.append(DELETE_PICTURE);
    } else if (Character.getType(codePoint) == Character.SURROGATE) {
      safe.append(NO_CHARACTER);
    } else {
      safe.append(String.format(Locale.ROOT, "<U+%04X>", codePoint));
    }
  }

  private static boolean isHarmlessFormat(int codePoint) {
    return switch (codePoint) {
      case 0x200C, 0x200D, 0x200E, 0x200F, 0x061C, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2 -> true;
      default ->
          (codePoint >= 0x0600 && codePoint <= 0x0605)
              || (codePoint >= 0xE0020 && codePoint <= 0xE007F);
    };
  }
}
