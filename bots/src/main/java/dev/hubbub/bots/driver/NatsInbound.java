package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a NATS server sends: lines, and after a line that begins with {@code MSG} as many
 * bytes as its last word says.
 */
final class NatsInbound implements Inbound {
  private static final int MSG = 'M' << 24 | 'S' << 16 | 'G' << 8 | ' ';
  private static final int LINE_BYTES_MAX = 65_536;
  private static final int PAYLOAD_BYTES_MAX = 1 << 24;
  private static final int LINE_END_BYTES = 2;

  private final LoadPayload payload;
  private final Identity user;
  private final InboundListener listener;
  private final HeldBytes held = new HeldBytes();
  private boolean registered;
  private boolean over;

  NatsInbound(LoadPayload payload, Identity user, InboundListener listener) {
    this.payload = payload;
    this.user = user;
    this.listener = listener;
  }

  @Override
  public void read(ByteBufAllocator allocator, ByteBuf bytes) {
    ByteBuf in = held.followedBy(allocator, bytes);
    while (!over && readFrame(in)) {
      // It has done it.
    }
    if (over) {
      in.release();
    } else {
      held.keepRest(in);
    }
  }

  @Override
  public void close() {
    over = true;
    held.release();
  }

  private boolean readFrame(ByteBuf in) {
    int start = in.readerIndex();
    int lineFeed = in.indexOf(start, in.writerIndex(), (byte) '\n');
    if (lineFeed < 0) {
      return in.readableBytes() > LINE_BYTES_MAX
          && fail("a line over " + LINE_BYTES_MAX + " bytes");
    }
    if (lineFeed - start > Integer.BYTES && in.getInt(start) == MSG) {
      return readMessage(in, lineFeed);
    }
    String line = in.toString(start, lineFeed - start, StandardCharsets.UTF_8).strip();
    in.readerIndex(lineFeed + 1);
    line(line);
    return true;
  }

  private boolean readMessage(ByteBuf in, int lineFeed) {
    int size = lastNumber(in, in.readerIndex(), lineFeed - 1);
    if (size < 0) {
      return fail("a message of unknown size");
    }
    int at = lineFeed + 1;
    if (in.writerIndex() - at < size + LINE_END_BYTES) {
      return false;
    }
    if (in.getByte(at + size) != '\r' || in.getByte(at + size + 1) != '\n') {
      return fail("a message that is longer than its size says");
    }
    in.readerIndex(at + size + LINE_END_BYTES);
    if (size == payload.bytes() && payload.isAt(in, at)) {
      LoadPayload.tell(in, at, listener);
    } else {
      // The subject has a name that nobody else knows.
      listener.chat(user.name());
    }
    return true;
  }

  // The number that ends before the index, or -1 if there is none.
  private static int lastNumber(ByteBuf in, int start, int end) {
    int number = 0;
    int factor = 1;
    int i = end - 1;
    for (; i > start && in.getByte(i) != ' '; i--) {
      int digit = in.getByte(i) - '0';
      if (digit < 0 || digit > 9 || factor > PAYLOAD_BYTES_MAX) {
        return -1;
      }
      number += digit * factor;
      factor *= 10;
    }
    return i == end - 1 || number > PAYLOAD_BYTES_MAX ? -1 : number;
  }

  private void line(String line) {
    if (line.equals("PING")) {
      listener.answer("PONG\r\n");
    } else if (line.equals("PONG")) {
      if (!registered) {
        registered = true;
        listener.registered();
      }
    } else if (line.startsWith("-ERR")) {
      if (registered) {
        listener.reply(line);
      } else {
        listener.rejected(line, line.contains("maximum connections exceeded"));
      }
    } else if (!line.startsWith("INFO ") && !line.equals("+OK") && !line.isEmpty()) {
      fail("an unknown line");
    }
  }

  // Whether to read on, which is no.
  private boolean fail(String reason) {
    over = true;
    listener.invalid(reason, true);
    return false;
  }
}
