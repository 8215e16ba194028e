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
  private static final int END_BYTES = "\"}".length();
  private static final long FROM_KEY = LoadPayload.bitsOf("{\"from\":");
  private static final long TO_KEY = LoadPayload.bitsOf("},\"to\":\"");
  private static final long MSG_KEY = LoadPayload.bitsOf(",\"msg\":\"");
  private static final int KEYS_BYTES = 3 * Long.BYTES;

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
    int lineFeed = in.indexOf(start, in.writerIndex(), (byte) '\n');
    int at = lineFeed - END_BYTES - payload.bytes();
    if (at <= start + KEYS_BYTES || !payload.isAt(in, at) || !isOneObject(in, start, at)) {
      return false;
    }
    in.readerIndex(lineFeed + 1);
    LoadPayload.tell(in, at, listener);
    return true;
  }

  // Whether nothing but the keys and three strings lies between the start and the payload: the
  // object could be the second one on its line.
  private boolean isOneObject(ByteBuf in, int start, int at) {
    int end = at + payload.bytes();
    int fromEnd = in.indexOf(start, at - Long.BYTES, (byte) '}');
    return fromEnd > 0
        && in.getLong(start) == FROM_KEY
        && in.getLong(fromEnd) == TO_KEY
        && in.indexOf(fromEnd + Long.BYTES, at, (byte) '"') == at - Long.BYTES - 1
        && in.getLong(at - Long.BYTES) == MSG_KEY
        && in.getByte(end) == '"'
        && in.getByte(end + 1) == '}';
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
