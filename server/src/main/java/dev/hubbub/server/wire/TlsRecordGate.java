package dev.hubbub.server.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the handler of TLS and gives it one record at a time (RFC 8446, section 5.1), and
 * none while the connection is not read from.
 *
 * <p>It is there for the end of the client's stream. When an engine meets it, it ends the server's
 * side too: BoringSSL always, the JDK's with TLS 1.2. What is not encrypted by then is lost. So
 * whatever the client asked for before must have been answered first, and the answers encrypted. A
 * record that may be such an end is known by its kind, or by its size where TLS 1.3 hides the kind.
 */
final class TlsRecordGate extends ChannelDuplexHandler {
  private static final int HEADER_BYTES = 5;
  private static final int LENGTH_AT = 3;
  private static final int CHANGE_CIPHER_SPEC = 20;
  private static final int ALERT = 21;
  private static final int APPLICATION_DATA = 23;

  /**
   * An alert of TLS 1.3 has 19 bytes without padding, and 35 from the JDK, which pads. The shortest
   * message has more than this.
   */
  private static final int ALERT_BYTES_MAX = 60;

  private final ChannelOutbound outbound;
  private ByteBuf held = Unpooled.EMPTY_BUFFER;
  private @Nullable Object inputEnd;
  private boolean passing;
  private boolean strange;

  TlsRecordGate(ChannelOutbound outbound) {
    this.outbound = outbound;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    held =
        held.isReadable()
            ? ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), held, (ByteBuf) msg)
            : (ByteBuf) msg;
    pass(ctx);
  }

  // Told when the connection is to be read from again: which can be in the midst of an encryption.
  @Override
  public void read(ChannelHandlerContext ctx) {
    if (!passing && (held.isReadable() || inputEnd != null)) {
      ctx.executor().execute(() -> goOn(ctx));
    }
    ctx.read();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      inputEnd = event;
      pass(ctx);
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    release();
  }

  private void goOn(ChannelHandlerContext ctx) {
    if (!ctx.isRemoved()) {
      pass(ctx);
      ctx.fireChannelReadComplete();
    }
  }

  private void pass(ChannelHandlerContext ctx) {
    if (passing) {
      return;
    }
    passing = true;
    int bytes = nextBytes();
    while (bytes > 0 && isOpen(ctx)) {
      if (mayBeTheEnd()) {
        outbound.flush();
      }
      ctx.fireChannelRead(held.readRetainedSlice(bytes));
      bytes = nextBytes();
    }
    passing = false;
    if (bytes == 0 && inputEnd != null && isOpen(ctx)) {
      Object event = inputEnd;
      inputEnd = null;
      ctx.fireUserEventTriggered(event);
    }
    keepRest(ctx);
  }

  private static boolean isOpen(ChannelHandlerContext ctx) {
    return ctx.channel().config().isAutoRead() && !ctx.isRemoved();
  }

  /** Bytes of the next whole record, or 0. What is no TLS is for the handler to refuse. */
  private int nextBytes() {
    int readable = held.readableBytes();
    if (strange || readable < HEADER_BYTES) {
      return strange ? readable : 0;
    }
    int kind = kind();
    if (kind < CHANGE_CIPHER_SPEC || kind > APPLICATION_DATA) {
      strange = true;
      return readable;
    }
    int bytes = HEADER_BYTES + length();
    return readable < bytes ? 0 : bytes;
  }

  private boolean mayBeTheEnd() {
    return !strange && (kind() == ALERT || length() <= ALERT_BYTES_MAX);
  }

  private int kind() {
    return held.getUnsignedByte(held.readerIndex());
  }

  private int length() {
    return held.getUnsignedShort(held.readerIndex() + LENGTH_AT);
  }

  // The rest of a read is copied into a buffer of its own size: one left over from a read holds far
  // more.
  private void keepRest(ChannelHandlerContext ctx) {
    if (!held.isReadable()) {
      release();
    } else if (held.readerIndex() > 0) {
      ByteBuf rest = ctx.alloc().buffer(held.readableBytes()).writeBytes(held);
      release();
      held = rest;
    }
  }

  private void release() {
    held.release();
    held = Unpooled.EMPTY_BUFFER;
  }
}
