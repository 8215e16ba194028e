package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/**
 * Reads what an IRC server sends. A load message is recognised by its end, the receiver's own nick
 * before it, and the first bytes; other lines are parsed.
 */
final class IrcInbound implements Inbound {
  private static final int LINE_BYTES_MAX = 16_384;

  private final LoadPayload payload;
  private final InboundListener listener;
  private final byte[] beforePayload;
  private final HeldBytes held = new HeldBytes();
  private boolean registered;
  private boolean over;

  IrcInbound(LoadPayload payload, Identity user, InboundListener listener) {
    this.payload = payload;
    this.listener = listener;
    this.beforePayload = Driver.ascii(" PRIVMSG " + user.name() + " :");
  }

  @Override
  public void read(ByteBufAllocator allocator, ByteBuf bytes) {
    ByteBuf in = held.followedBy(allocator, bytes);
    while (!over && readLine(in)) {
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

  private boolean readLine(ByteBuf in) {
    int start = in.readerIndex();
    int lineFeed = in.indexOf(start, in.writerIndex(), (byte) '\n');
    if (lineFeed < 0) {
      if (in.readableBytes() > LINE_BYTES_MAX) {
        over = true;
        listener.invalid("a line over " + LINE_BYTES_MAX + " bytes", true);
      }
      return false;
    }
    in.readerIndex(lineFeed + 1);
    int end = lineFeed > start && in.getByte(lineFeed - 1) == '\r' ? lineFeed - 1 : lineFeed;
    if (!readPayload(in, start, end)) {
      line(IrcLine.parse(in.toString(start, end - start, StandardCharsets.UTF_8)));
    }
    return true;
  }

  private boolean readPayload(ByteBuf in, int start, int end) {
    int at = end - payload.bytes();
    int prefixEnd = at - beforePayload.length;
    if (prefixEnd <= start
        || in.getByte(start) != ':'
        || !payload.isAt(in, at)
        || !isBeforePayload(in, prefixEnd)
        || in.indexOf(start, prefixEnd, (byte) ' ') >= 0) {
      return false;
    }
    LoadPayload.tell(in, at, listener);
    return true;
  }

  private boolean isBeforePayload(ByteBuf in, int index) {
    for (int i = 0; i < beforePayload.length; i++) {
      if (in.getByte(index + i) != beforePayload[i]) {
        return false;
      }
    }
    return true;
  }

  private void line(IrcLine line) {
    if (line.command().equals("PING")) {
      listener.answer("PONG :" + line.last() + "\r\n");
    } else if (!registered) {
      handshake(line);
    } else if (line.command().equals("PRIVMSG")) {
      if (!payload.tellIfIn(line.last(), listener)) {
        listener.chat(line.sender());
      }
    } else if (line.command().equals("401")) {
      listener.unavailable(line.parameter(1));
    } else if (line.isError()) {
      listener.reply(line.text());
    }
  }

  private void handshake(IrcLine line) {
    if (line.command().equals("001")) {
      registered = true;
      listener.registered();
    } else if (line.command().equals("ERROR") || line.isError()) {
      listener.rejected(line.text(), isFull(line.last()));
    }
  }

  private static boolean isFull(String reason) {
    return reason.contains("Server is full") || reason.contains("No more connections allowed");
  }
}
