package dev.hubbub.bots.driver;

import dev.hubbub.protocol.InvalidMessageException;
import dev.hubbub.protocol.Limits;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageDecoder;
import dev.hubbub.protocol.ObjectScanner;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Reads what a server sends on one connection, wherever the stream is cut.
 *
 * <p>A load message in the form that the contract gives it (keys in order, no white space, a line
 * feed after it) is recognised by a few of its bytes without being parsed, for at high rates a
 * generator that parses would measure itself. Everything else goes the long way.
 */
final class MessageReader implements Inbound {
  private static final int END_BYTES = "\"}\n".length();
  private static final long FROM_KEY = LoadPayload.bitsOf("{\"from\":");
  private static final long TO_KEY = LoadPayload.bitsOf("},\"to\":\"");
  private static final long MSG_KEY = LoadPayload.bitsOf(",\"msg\":\"");

  private final LoadPayload payload;
  private final MessageListener listener;
  private final ObjectScanner scanner = new ObjectScanner(Limits.CLIENT_MESSAGE_BYTES_MAX);
  private final HeldBytes held = new HeldBytes();
  private boolean broken;

  /** A reader of one connection. */
  MessageReader(LoadPayload payload, MessageListener listener) {
    this.payload = payload;
    this.listener = listener;
  }

  @Override
  public void read(ByteBufAllocator allocator, ByteBuf bytes) {
    if (broken) {
      bytes.release();
      return;
    }
    ByteBuf in = held.followedBy(allocator, bytes);
    while (in.isReadable() && !broken && (readPayload(in) || readObject(in))) {
      // The two have done it.
    }
    if (broken) {
      in.release();
    } else {
      held.keepRest(in);
    }
  }

  @Override
  public void close() {
    broken = true;
    held.release();
  }

  private boolean readPayload(ByteBuf in) {
    int start = in.readerIndex();
    if (scanner.isInsideObject() || in.getByte(start) != '{') {
      return false;
    }
    int at = payloadAt(in, start);
    if (at < 0 || !payload.isAt(in, at)) {
      return false;
    }
    // Its text needs no escape, so the next quotation mark ends it.
    int end = in.indexOf(at, in.writerIndex(), (byte) '"');
    if (end < at + LoadPayload.BYTES_MIN
        || end + END_BYTES > in.writerIndex()
        || in.getByte(end + 1) != '}'
        || in.getByte(end + 2) != '\n') {
      return false;
    }
    in.readerIndex(end + END_BYTES);
    LoadPayload.tell(in, at, listener);
    return true;
  }

  // Where the text of a message begins that has the form of the contract; -1 if it has not, or if
  // not all of it is there.
  private static int payloadAt(ByteBuf in, int start) {
    int writer = in.writerIndex();
    if (start + Long.BYTES > writer || in.getLong(start) != FROM_KEY) {
      return -1;
    }
    int fromEnd = in.indexOf(start, writer, (byte) '}');
    if (fromEnd < 0 || fromEnd + Long.BYTES > writer || in.getLong(fromEnd) != TO_KEY) {
      return -1;
    }
    int toEnd = in.indexOf(fromEnd + Long.BYTES, writer, (byte) '"');
    int at = toEnd + 1 + Long.BYTES;
    return toEnd >= 0 && at + LoadPayload.BYTES_MIN <= writer && in.getLong(toEnd + 1) == MSG_KEY
        ? at
        : -1;
  }

  private boolean readObject(ByteBuf in) {
    switch (scanner.scan(in)) {
      case NOTHING -> {
        return false;
      }
      case OBJECT -> decode(in.readSlice(scanner.objectBytes()));
      case GARBAGE -> listener.invalid("bytes between messages", false);
      case TOO_DEEP -> fail("a message that is nested too deep");
      case TOO_LARGE -> fail("a message over " + Limits.CLIENT_MESSAGE_BYTES_MAX + " bytes");
    }
    return true;
  }

  private void fail(String reason) {
    broken = true;
    listener.invalid(reason, true);
  }

  private void decode(ByteBuf object) {
    Message message;
    try {
      message = MessageDecoder.decode(object);
    } catch (InvalidMessageException e) {
      listener.invalid("an invalid message: " + e.reason(), false);
      return;
    }
    if (!payload.tellIfIn(message.msg(), listener)) {
      listener.message(message);
    }
  }
}
