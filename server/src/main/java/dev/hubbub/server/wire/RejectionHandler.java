package dev.hubbub.server.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;

/** Turns a connection away as soon as it is open. */
final class RejectionHandler extends ChannelInboundHandlerAdapter {
  private final ChannelOutbound outbound;
  private final String reason;
  private final Duration lingerMax;

  RejectionHandler(ChannelOutbound outbound, String reason, Duration lingerMax) {
    this.outbound = outbound;
    this.reason = reason;
    this.lingerMax = lingerMax;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    GuestRejection.reject(ctx, outbound, reason, lingerMax, false);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ConnectionFailure.end(ctx, cause);
  }
}
