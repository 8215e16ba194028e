package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Writes load messages of the chat contract: the same bytes every time, but for the sender, the
 * receiver, the sequence number and how much padding there is. The names must need no escape in
 * JSON.
 */
final class MessageWriter {
  private static final String MSG = "\",\"msg\":\"";
  private static final int SEQUENCE_AT = MSG.length() + LoadPayload.SEQUENCE_AT;
  private static final int MARK_AT = MSG.length() + LoadPayload.MARK_AT;
  private static final int FILLED_BYTES = LoadPayload.MARK_AT + 1;

  private final byte[] start;
  private final byte[] paddingAndEnd;
  private final int paddingMax;

  /** A writer of such payloads. */
  MessageWriter(LoadPayload payload) {
    start = Arrays.copyOf(Driver.ascii(MSG), MSG.length() + FILLED_BYTES);
    System.arraycopy(payload.blank(), 0, start, MSG.length(), FILLED_BYTES);
    paddingMax = LoadPayload.BYTES_MAX - FILLED_BYTES;
    paddingAndEnd = Driver.ascii("x".repeat(paddingMax) + "\"}\n");
  }

  /** The part of all messages of a sender that comes before the receiver. */
  static byte[] head(String sender) {
    return Driver.ascii("{\"from\":{\"name\":\"" + sender + "\",\"ip\":\"127.0.0.1\"},\"to\":\"");
  }

  /** Writes a message whose payload has so many bytes. */
  void write(
      ByteBuf out, byte[] head, byte[] to, long sequence, boolean toEveryone, int payloadBytes) {
    LoadPayload.writeHex(start, SEQUENCE_AT, sequence);
    start[MARK_AT] = toEveryone ? LoadPayload.TO_EVERYONE : LoadPayload.TO_ONE;
    int skipped = paddingMax - (payloadBytes - FILLED_BYTES);
    int rest = paddingAndEnd.length - skipped;
    out.ensureWritable(head.length + to.length + start.length + rest);
    out.writeBytes(head).writeBytes(to).writeBytes(start).writeBytes(paddingAndEnd, skipped, rest);
  }
}
