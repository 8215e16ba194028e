package dev.hubbub.server.wire;

import dev.hubbub.protocol.ServerTexts;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;

/** Turns a connection away because the server is full. */
final class FullHandler extends ChannelInboundHandlerAdapter {
  private final ChannelOutbound outbound;
  private final Duration lingerMax;

  FullHandler(ChannelOutbound outbound, Duration lingerMax) {
    this.outbound = outbound;
    this.lingerMax = lingerMax;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    GuestRejection.reject(ctx, outbound, ServerTexts.SERVER_FULL, lingerMax, false);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ConnectionFailure.end(ctx, cause);
  }
}
