package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes load messages: the same bytes every time, but for the sender, the receiver and the
 * sequence number. The names must need no escape in JSON.
 */
public final class MessageWriter {
  private static final String MSG = "\",\"msg\":\"";
  private static final String END = "\"}\n";

  private final byte[] tail;
  private final int sequenceAt;
  private final int markAt;

  /** A writer of such payloads. */
  public MessageWriter(LoadPayload payload) {
    byte[] blank = payload.blank();
    tail = Arrays.copyOf(ascii(MSG), MSG.length() + blank.length + END.length());
    System.arraycopy(blank, 0, tail, MSG.length(), blank.length);
    System.arraycopy(ascii(END), 0, tail, MSG.length() + blank.length, END.length());
    sequenceAt = MSG.length() + LoadPayload.SEQUENCE_AT;
    markAt = MSG.length() + LoadPayload.MARK_AT;
  }

  /** The part of all messages of a sender that comes before the receiver. */
  public static byte[] head(String sender) {
    return ascii("{\"from\":{\"name\":\"" + sender + "\",\"ip\":\"127.0.0.1\"},\"to\":\"");
  }

  /** A name as bytes. */
  public static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  /** A message in a new buffer, which the caller must release. */
  public ByteBuf write(
      ByteBufAllocator allocator, byte[] head, byte[] to, long sequence, boolean toEveryone) {
    LoadPayload.writeHex(tail, sequenceAt, sequence);
    tail[markAt] = toEveryone ? LoadPayload.TO_EVERYONE : LoadPayload.TO_ONE;
    ByteBuf out = allocator.ioBuffer(head.length + to.length + tail.length);
    return out.writeBytes(head).writeBytes(to).writeBytes(tail);
  }
}
