package dev.hubbub.protocol;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * A name that the rules allow.
 *
 * @param name as its owner wrote it, trimmed; messages are routed by it
 * @param folded what uniqueness compares: {@code Alice} and {@code ALICE} fold to the same
 */
public record Username(String name, String folded) {
  private static final Set<String> RESERVED =
      Set.of(fold("SERVER"), fold("Guest"), fold("Everyone"));

  /**
   * Reads a name from the bytes of a client; the buffer's indices stay as they are.
   *
   * @throws InvalidUsernameException if the bytes are no UTF-8 or the name breaks a rule
   */
  public static Username parse(ByteBuf bytes) throws InvalidUsernameException {
    if (bytes.readableBytes() > Limits.USERNAME_BYTES_MAX) {
      throw new InvalidUsernameException("longer than " + Limits.USERNAME_BYTES_MAX + " bytes");
    }
    try {
      ByteBuffer view = bytes.nioBuffer();
      return of(StandardCharsets.UTF_8.newDecoder().decode(view).toString());
    } catch (CharacterCodingException e) {
      throw new InvalidUsernameException("not valid UTF-8");
    }
  }

  /**
   * Checks a name; white space at both ends is trimmed.
   *
   * @throws InvalidUsernameException if the name breaks a rule
   */
  public static Username of(String text) throws InvalidUsernameException {
    String name = trim(text);
    if (name.isEmpty()) {
      throw new InvalidUsernameException("it is empty");
    }
    if (name.codePointCount(0, name.length()) > Limits.USERNAME_CODE_POINTS_MAX) {
      throw new InvalidUsernameException(
          "longer than " + Limits.USERNAME_CODE_POINTS_MAX + " characters");
    }
    if (name.codePoints().anyMatch(Username::isForbidden)) {
      throw new InvalidUsernameException("it contains a control or format character");
    }
    if (name.startsWith("/")) {
      throw new InvalidUsernameException("it begins with '/', like an endpoint");
    }
    String folded = fold(name);
    if (RESERVED.contains(folded)) {
      throw new InvalidUsernameException("the name is reserved");
    }
    return new Username(name, folded.equals(name) ? name : folded);
  }

  /**
   * Two names are the same user when they fold to the same text: NFKC, upper case, lower case, NFKC
   * again.
   */
  public static String fold(String name) {
    String upper = nfkc(name).toUpperCase(Locale.ROOT);
    return nfkc(upper.toLowerCase(Locale.ROOT));
  }

  // String.strip leaves the non-breaking spaces, behind which a name could pass for another one.
  private static String trim(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isWhiteSpace(text.charAt(begin))) {
      begin++;
    }
    while (begin < end && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean isWhiteSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static String nfkc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  // Line and paragraph separators end a line in some readers, as a control character would.
  private static boolean isForbidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
