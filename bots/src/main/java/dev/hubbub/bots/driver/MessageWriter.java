package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Writes load messages: the same bytes every time, but for the sender, the receiver and the
 * sequence number. The names must need no escape in JSON.
 */
final class MessageWriter {
  private static final String MSG = "\",\"msg\":\"";
  private static final String END = "\"}\n";

  private final byte[] tail;
  private final int sequenceAt;
  private final int markAt;

  /** A writer of such payloads. */
  MessageWriter(LoadPayload payload) {
    byte[] blank = payload.blank();
    tail = Arrays.copyOf(Driver.ascii(MSG), MSG.length() + blank.length + END.length());
    System.arraycopy(blank, 0, tail, MSG.length(), blank.length);
    System.arraycopy(Driver.ascii(END), 0, tail, MSG.length() + blank.length, END.length());
    sequenceAt = MSG.length() + LoadPayload.SEQUENCE_AT;
    markAt = MSG.length() + LoadPayload.MARK_AT;
  }

  /** The part of all messages of a sender that comes before the receiver. */
  static byte[] head(String sender) {
    return Driver.ascii("{\"from\":{\"name\":\"" + sender + "\",\"ip\":\"127.0.0.1\"},\"to\":\"");
  }

  /** Writes a message. */
  void write(ByteBuf out, byte[] head, byte[] to, long sequence, boolean toEveryone) {
    LoadPayload.writeHex(tail, sequenceAt, sequence);
    tail[markAt] = toEveryone ? LoadPayload.TO_EVERYONE : LoadPayload.TO_ONE;
    out.ensureWritable(head.length + to.length + tail.length);
    out.writeBytes(head).writeBytes(to).writeBytes(tail);
  }
}
