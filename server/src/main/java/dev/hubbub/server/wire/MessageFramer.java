package dev.hubbub.server.wire;

import dev.hubbub.protocol.ObjectScanner;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;

/**
 * Cuts the stream of one connection into objects and passes each on, or a {@link BadFrame}. Holds a
 * buffer only while an object is incomplete.
 *
 * <p>A client that doesn't read its replies is not read from: while the channel is not writable the
 * scan pauses, in the middle of what was read if need be, and goes on when the replies have
 * drained.
 */
final class MessageFramer extends ChannelInboundHandlerAdapter {
  private final ObjectScanner scanner;
  private ByteBuf unscanned = Unpooled.EMPTY_BUFFER;
  private boolean inputEnded;
  private boolean broken;
  private boolean scanning;

  MessageFramer(int messageBytesMax) {
    this.scanner = new ObjectScanner(messageBytesMax);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    ByteBuf in = (ByteBuf) msg;
    if (broken) {
      in.release();
      return;
    }
    unscanned =
        unscanned.isReadable()
            ? ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), unscanned, in)
            : in;
    scan(ctx);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) {
      scan(ctx);
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ChannelInputShutdownEvent.INSTANCE) {
      inputEnded = true;
      scan(ctx);
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    broken = true;
    release();
  }

  private void scan(ChannelHandlerContext ctx) {
    if (scanning) {
      // A reply was flushed and made the channel writable again: the scan that caused it goes on by
      // itself.
      return;
    }
    scanning = true;
    boolean more = true;
    while (more && !broken && ctx.channel().isWritable()) {
      more = scanOne(ctx);
    }
    scanning = false;
    if (broken) {
      release();
      return;
    }
    boolean paused = more;
    ctx.channel().config().setAutoRead(!paused);
    if (paused) {
      return;
    }
    keepRest(ctx);
    if (inputEnded) {
      endOfInput(ctx);
    }
  }

  /** Passes on what comes next; returns whether there may be more. */
  private boolean scanOne(ChannelHandlerContext ctx) {
    switch (scanner.scan(unscanned)) {
      case OBJECT -> ctx.fireChannelRead(unscanned.readRetainedSlice(scanner.objectBytes()));
      case GARBAGE -> ctx.fireChannelRead(BadFrame.GARBAGE);
      case TOO_DEEP -> stop(ctx, BadFrame.TOO_DEEP);
      case TOO_LARGE -> stop(ctx, BadFrame.TOO_LARGE);
      case NOTHING -> {
        return false;
      }
    }
    return true;
  }

  private void stop(ChannelHandlerContext ctx, BadFrame reason) {
    broken = true;
    ctx.fireChannelRead(reason);
  }

  private void endOfInput(ChannelHandlerContext ctx) {
    inputEnded = false;
    if (scanner.isInsideObject()) {
      ctx.fireChannelRead(BadFrame.TRUNCATED);
    }
    ctx.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
  }

  // The rest of a read is copied into a buffer of its own size: one left over from a read holds far
  // more.
  private void keepRest(ChannelHandlerContext ctx) {
    if (!unscanned.isReadable()) {
      release();
    } else if (unscanned.readerIndex() > 0) {
      ByteBuf rest = ctx.alloc().buffer(unscanned.readableBytes()).writeBytes(unscanned);
      unscanned.release();
      unscanned = rest;
    }
  }

  private void release() {
    unscanned.release();
    unscanned = Unpooled.EMPTY_BUFFER;
  }
}
