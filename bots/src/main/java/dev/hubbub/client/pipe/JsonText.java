package dev.hubbub.client.pipe;

import dev.hubbub.client.text.SafeText;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A message as the protocol writes it, in one line. */
final class JsonText {
  private JsonText() {}

  /** The line, without its end. What a terminal would obey is escaped, as JSON allows. */
  static String of(Message message) {
    ByteBuf encoded = MessageEncoder.encode(message, UnpooledByteBufAllocator.DEFAULT);
    try {
      String json = encoded.toString(StandardCharsets.UTF_8).stripTrailing();
      StringBuilder safe = new StringBuilder(json.length());
      // Such characters stand nowhere but in strings.
      json.codePoints().forEach(codePoint -> append(safe, codePoint));
      return safe.toString();
    } finally {
      encoded.release();
    }
  }

  private static void append(StringBuilder safe, int codePoint) {
    if (!SafeText.isUnsafe(codePoint)) {
      safe.appendCodePoint(codePoint);
      return;
    }
    for (char c : Character.toChars(codePoint)) {
      safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
  }
}
