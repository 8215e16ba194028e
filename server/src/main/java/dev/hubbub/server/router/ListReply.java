package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.protocol.UnicodeText;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.outbound.SharedMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * The reply to {@code /list} while it grows: encoded piece by piece, since it may have megabytes,
 * and no piece without memory reserved for it. For one thread.
 */
final class ListReply {
  private static final String END = "\"}\n";

  // What comes around the names, the requester's own name included.
  private static final int FRAME_BYTES_MAX = 512;

  private final PendingTotal memory;
  private final ByteBufAllocator allocator;
  private final CompositeByteBuf names;
  private int count;
  private int reservedBytes;

  ListReply(PendingTotal memory, ByteBufAllocator allocator) {
    this.memory = memory;
    this.allocator = allocator;
    this.names = allocator.compositeDirectBuffer(Integer.MAX_VALUE);
  }

  /** Whether it names nobody yet. */
  boolean isEmpty() {
    return count == 0;
  }

  /**
   * Adds names, with what separates them.
   *
   * @return whether there was memory for them
   */
  boolean add(String text, int more) {
    int bytes = UnicodeText.jsonBytes(text);
    int toReserve = bytes + (reservedBytes == 0 ? FRAME_BYTES_MAX : 0);
    if (!memory.reserve(toReserve)) {
      return false;
    }
    reservedBytes += toReserve;
    ByteBuf piece = allocator.ioBuffer(bytes);
    MessageEncoder.appendText(piece, text);
    names.addComponent(true, piece);
    count += more;
    return true;
  }

  /** The whole message to that user. Nothing may be done with this object afterwards. */
  SharedMessage finish(String to) {
    Message frame = new Message(Sender.SERVER, to, ServerTexts.onlineUsers(count));
    ByteBuf head = MessageEncoder.encode(frame, allocator);
    head.writerIndex(head.writerIndex() - END.length());
    ByteBuf end = allocator.ioBuffer(END.length());
    end.writeCharSequence(END, StandardCharsets.US_ASCII);
    names.addComponent(true, 0, head).addComponent(true, end);
    return new SharedMessage(names, memory, reservedBytes);
  }

  /** Gives back what it holds. */
  void abandon() {
    names.release();
    memory.release(reservedBytes);
  }
}
