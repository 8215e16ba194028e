package dev.hubbub.protocol;

/** What the protocol needs to know about text. */
public final class UnicodeText {
  private static final int CONTROL_END = 0x20;

  private UnicodeText() {}

  /** Whether half of a surrogate pair stands alone: such text has no UTF-8. */
  public static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** A client's words as a reply repeats them: at most 64 code points, and no half characters. */
  public static String quote(String words) {
    int end =
        words.codePointCount(0, words.length()) <= Limits.QUOTED_CODE_POINTS_MAX
            ? words.length()
            : words.offsetByCodePoints(0, Limits.QUOTED_CODE_POINTS_MAX);
    String head = words.substring(0, end);
    return hasLoneSurrogate(head) ? head.replaceAll("\\p{Cs}", "\uFFFD") : head;
  }

  /** Bytes of the text inside a JSON string, in UTF-8 with the escapes that JSON requires. */
  public static int jsonBytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += jsonBytes(text.charAt(i));
    }
    return bytes;
  }

  private static int jsonBytes(char c) {
    if (c == '"' || c == '\\' || (c >= '\b' && c <= '\r' && c != 0x0B)) {
      return 2;
    }
    if (c < CONTROL_END) {
      return 6;
    }
    if (c < 0x80) {
      return 1;
    }
    // Each half of a pair counts two of the pair's four bytes.
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }
}
