package dev.hubbub.server.wire;

import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import javax.net.ssl.SSLException;

/** What is done when a handler fails: the connection ends, the others go on. */
final class ConnectionFailure {
  private ConnectionFailure() {}

  /** Whether the kernel gave the connection up because its peer was gone without a word. */
  static boolean isHalfOpen(Throwable cause) {
    return cause instanceof IOException
        && !(cause instanceof SSLException)
        && String.valueOf(cause.getMessage()).contains("timed out");
  }

  /** Logs and closes the connection. */
  static void end(ChannelHandlerContext ctx, Throwable cause) {
    ConnectionLog.of(ctx.channel()).failed(ctx.channel(), cause);
    ctx.close();
  }
}
