package dev.hubbub.tls;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;

/** A client's handshake on a real socket. */
final class TlsConnection implements AutoCloseable {
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final SslHandler handler;

  /** Connects to a port of the loopback address, as if the server were asked for by that name. */
  TlsConnection(ClientTls tls, String host, int port) {
    SslHandler[] made = new SslHandler[1];
    new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                made[0] = tls.newHandler(channel.alloc(), host, port);
                channel.pipeline().addLast(made[0]);
              }
            })
        .connect("127.0.0.1", port)
        .syncUninterruptibly();
    handler = made[0];
  }

  /** What the two agreed on. Fails when they didn't. */
  TlsSession session() {
    handler.handshakeFuture().awaitUninterruptibly(20, TimeUnit.SECONDS);
    if (!handler.handshakeFuture().isSuccess()) {
      throw new AssertionError(handler.handshakeFuture().cause());
    }
    return TlsSession.of(handler);
  }

  /** Why the handshake failed. */
  Throwable failure() {
    handler.handshakeFuture().awaitUninterruptibly(20, TimeUnit.SECONDS);
    Throwable cause = handler.handshakeFuture().cause();
    if (cause == null) {
      throw new AssertionError("the handshake did not fail");
    }
    return cause;
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
