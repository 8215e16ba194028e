package dev.hubbub.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/**
 * A message to a user whose strings stand in its bytes just as {@link MessageEncoder} would write
 * them: they are copied, not decoded and encoded again. That is what nearly all clients send.
 *
 * <p>It takes the keys in the order of the contract, white space between tokens, UTF-8, and the
 * escapes that the encoder uses. Everything else, right or wrong, is left to {@link
 * MessageDecoder}, which alone decides what is no message.
 *
 * <p>Reads one message after the other, so that none allocates anything: valid until the next one
 * is read. Used by one thread.
 */
public final class ForwardableMessage {
  private static final byte[] FROM = ascii("\"from\"");
  private static final byte[] NAME = ascii("\"name\"");
  private static final byte[] IP = ascii("\"ip\"");
  private static final byte[] TO = ascii("\"to\"");
  private static final byte[] MSG = ascii("\"msg\"");
  private static final byte[] BETWEEN = ascii("\",\"msg\":\"");
  private static final byte[] END = ascii("\"}\n");

  // Longer ones are rare, and copying them costs more than an array of their own.
  private static final int KEPT_BYTES = 2_048;

  private final byte[] kept = new byte[KEPT_BYTES];
  private byte[] bytes = kept;
  private int end;
  private int at;
  private boolean hasEscapes;
  private boolean hasNonAscii;
  private int stringStart;
  private int toStart;
  private int toEnd;
  private int msgStart;
  private int msgEnd;

  /**
   * Reads the message that the readable bytes are; the buffer's indices stay as they are.
   *
   * @return whether it can be forwarded; if not, it is to be decoded, and this holds no message
   */
  public boolean read(ByteBuf object) {
    end = object.readableBytes();
    bytes = end <= KEPT_BYTES ? kept : new byte[end];
    object.getBytes(object.readerIndex(), bytes, 0, end);
    at = 0;
    hasNonAscii = false;
    return isForwardable() && (!hasNonAscii || ByteBufUtil.isText(object, StandardCharsets.UTF_8));
  }

  /** The receiver's name. */
  public String to() {
    return new String(bytes, toStart, toEnd - toStart, StandardCharsets.UTF_8);
  }

  /** Bytes that {@link #writeTo} writes. */
  public int forwardedBytes() {
    return toEnd - toStart + BETWEEN.length + msgEnd - msgStart + END.length;
  }

  /** Writes what follows {@link MessageEncoder#senderPrefix}, line feed included. */
  public void writeTo(ByteBuf out) {
    if (msgStart - toEnd == BETWEEN.length) {
      out.writeBytes(bytes, toStart, msgEnd - toStart);
    } else {
      out.writeBytes(bytes, toStart, toEnd - toStart).writeBytes(BETWEEN);
      out.writeBytes(bytes, msgStart, msgEnd - msgStart);
    }
    out.writeBytes(END);
  }

  private boolean isForwardable() {
    return token('{')
        && key(FROM)
        && token('{')
        && key(NAME)
        && string()
        && token(',')
        && key(IP)
        && string()
        && token('}')
        && token(',')
        && key(TO)
        && receiver()
        && token(',')
        && key(MSG)
        && text()
        && token('}')
        && at == end;
  }

  private boolean receiver() {
    hasEscapes = false;
    if (!string()) {
      return false;
    }
    toEnd = at - 1;
    toStart = stringStart;
    return toEnd > toStart && bytes[toStart] != '/' && !hasEscapes;
  }

  private boolean text() {
    if (!string()) {
      return false;
    }
    msgEnd = at - 1;
    msgStart = stringStart;
    return true;
  }

  private boolean key(byte[] quoted) {
    skipSpace();
    if (end - at < quoted.length) {
      return false;
    }
    for (byte b : quoted) {
      if (bytes[at++] != b) {
        return false;
      }
    }
    return token(':');
  }

  private boolean token(char expected) {
    skipSpace();
    return at < end && bytes[at++] == expected;
  }

  private boolean string() {
    if (!token('"')) {
      return false;
    }
    stringStart = at;
    while (at < end) {
      byte b = bytes[at++];
      if (b == '"') {
        return true;
      }
      if (b < 0) {
        hasNonAscii = true;
      } else if (b < ' ' || (b == '\\' && !escape())) {
        return false;
      }
    }
    return false;
  }

  // Those for which the encoder has no other form.
  private boolean escape() {
    hasEscapes = true;
    return at < end
        && switch (bytes[at++]) {
          case '"', '\\', 'b', 'f', 'n', 'r', 't' -> true;
          default -> false;
        };
  }

  private void skipSpace() {
    while (at < end && isSpace(bytes[at])) {
      at++;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
