package dev.hubbub.server.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The end of a connection: writes out what is queued, ends the server's own side, then reads and
 * discards for a while before it closes. Closing with unread input would make the kernel send a
 * reset, which can destroy the last reply on its way.
 */
final class ClosingHandler extends ChannelInboundHandlerAdapter {
  private final ChannelOutbound outbound;
  private final Duration lingerMax;
  private boolean inputEnded;
  private boolean outputEnded;

  private ClosingHandler(ChannelOutbound outbound, Duration lingerMax, boolean inputEnded) {
    this.outbound = outbound;
    this.lingerMax = lingerMax;
    this.inputEnded = inputEnded;
  }

  /**
   * Ends a connection. What the outbound has queued is delivered; on the event loop only.
   *
   * @param last the last handler of the connection, which this one replaces
   * @param inputEnded whether the peer's stream has ended, so that nothing is left to read
   */
  static void begin(
      ChannelHandlerContext last,
      ChannelOutbound outbound,
      Duration lingerMax,
      boolean inputEnded) {
    Channel channel = last.channel();
    outbound.stopAccepting();
    ClosingHandler closing = new ClosingHandler(outbound, lingerMax, inputEnded);
    last.pipeline().replace(last.handler(), null, closing);
    channel.config().setAutoRead(true);
    outbound.flush();
    if (outbound.pendingBytes() == 0) {
      closing.endOutput(channel);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    ReferenceCountUtil.release(msg);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event == ConnectionEvent.FLUSHED) {
      endOutput(ctx.channel());
    } else if (isInputEnd(event)) {
      inputEnded = true;
      if (outbound.pendingBytes() == 0) {
        ctx.close();
      }
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ConnectionFailure.end(ctx, cause);
  }

  // Once its own side is ended, an engine takes that for the end of the other side as well.
  private boolean isInputEnd(Object event) {
    return event == ChannelInputShutdownEvent.INSTANCE
        || (!outputEnded && InputEnd.isToldBy(event));
  }

  private void endOutput(Channel channel) {
    if (outputEnded) {
      return;
    }
    outputEnded = true;
    if (inputEnded || !(channel instanceof DuplexChannel duplex)) {
      channel.close();
      return;
    }
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      duplex.shutdownOutput();
    } else {
      // The peer must be able to tell the end from an attack that cuts the stream.
      tls.closeOutbound().addListener(_ -> duplex.shutdownOutput());
    }
    var timer =
        channel
            .eventLoop()
            .schedule(() -> channel.close(), lingerMax.toNanos(), TimeUnit.NANOSECONDS);
    channel.closeFuture().addListener(_ -> timer.cancel(false));
  }
}
