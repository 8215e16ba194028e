package dev.hubbub.server.wire;

import io.netty.channel.ChannelHandlerContext;

/** What is done when a handler fails: the connection ends, the others go on. */
final class ConnectionFailure {
  private ConnectionFailure() {}

  /** Logs and closes the connection. */
  static void end(ChannelHandlerContext ctx, Throwable cause) {
    ConnectionLog.of(ctx.channel()).failed(ctx.channel(), cause);
    ctx.close();
  }
}
