package dev.hubbub.server.wire;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done when a handler fails: the connection ends, the others go on. */
final class ConnectionFailure {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionFailure.class);

  private ConnectionFailure() {}

  /**
   * Closes the connection. A peer that goes away, or speaks no TLS where it is due, is an everyday
   * event; anything else is a fault of the server.
   */
  static void end(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException || cause instanceof DecoderException) {
      LOG.debug("connection of {} failed: {}", ctx.channel().remoteAddress(), cause.toString());
    } else {
      LOG.error("connection of {} is closed by a fault", ctx.channel().remoteAddress(), cause);
    }
    ctx.close();
  }
}
