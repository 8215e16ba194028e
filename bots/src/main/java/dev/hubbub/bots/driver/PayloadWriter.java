package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Writes load messages: the same bytes every time, but for what is before the receiver, the
 * receiver, and the sequence number.
 */
final class PayloadWriter {
  private final byte[] tail;
  private final int sequenceAt;
  private final int markAt;

  /**
   * A writer of such payloads.
   *
   * @param before ASCII text between the receiver and the payload
   * @param after ASCII text after the payload
   */
  PayloadWriter(String before, LoadPayload payload, String after) {
    byte[] blank = payload.blank();
    tail = Arrays.copyOf(Driver.ascii(before), before.length() + blank.length + after.length());
    System.arraycopy(blank, 0, tail, before.length(), blank.length);
    System.arraycopy(Driver.ascii(after), 0, tail, before.length() + blank.length, after.length());
    sequenceAt = before.length() + LoadPayload.SEQUENCE_AT;
    markAt = before.length() + LoadPayload.MARK_AT;
  }

  /** Writes a message. */
  void write(ByteBuf out, byte[] head, byte[] to, long sequence, boolean toEveryone) {
    LoadPayload.writeHex(tail, sequenceAt, sequence);
    tail[markAt] = toEveryone ? LoadPayload.TO_EVERYONE : LoadPayload.TO_ONE;
    out.ensureWritable(head.length + to.length + tail.length);
    out.writeBytes(head).writeBytes(to).writeBytes(tail);
  }
}
