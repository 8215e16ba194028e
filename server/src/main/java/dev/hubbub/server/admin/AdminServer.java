package dev.hubbub.server.admin;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The admin port. Started and stopped by one thread. */
public final class AdminServer implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 32;
  private static final int REQUEST_SECONDS_MAX = 5;
  private static final int IDLE_SECONDS_MAX = 60;
  private static final int BODY_BYTES_MAX = 1_024;
  private static final int STOP_SECONDS_MAX = 2;

  private final EventLoopGroup loop;
  private final Channel listener;

  private AdminServer(EventLoopGroup loop, Channel listener) {
    this.loop = loop;
    this.listener = listener;
  }

  /**
   * Listens on the address.
   *
   * @throws IOException if that can't be
   */
  public static AdminServer start(InetSocketAddress address, AdminPages pages) throws IOException {
    EventLoopGroup loop =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("hubbub-admin", true), NioIoHandler.newFactory());
    var bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childHandler(new Pipeline(new AdminHandler(pages)))
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw new IOException(bound.cause().getMessage(), bound.cause());
    }
    return new AdminServer(loop, bound.channel());
  }

  /** The address that is listened on, with the real port. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, STOP_SECONDS_MAX, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  private static final class Pipeline extends ChannelInitializer<Channel> {
    private final AdminHandler handler;
    private final AtomicInteger connections = new AtomicInteger();

    Pipeline(AdminHandler handler) {
      this.handler = handler;
    }

    @Override
    protected void initChannel(Channel channel) {
      channel.closeFuture().addListener(_ -> connections.decrementAndGet());
      if (connections.incrementAndGet() > CONNECTIONS_MAX) {
        channel.close();
        return;
      }
      channel
          .pipeline()
          .addLast(
              new RequestDeadline(REQUEST_SECONDS_MAX, IDLE_SECONDS_MAX),
              new HttpServerCodec(),
              new HttpObjectAggregator(BODY_BYTES_MAX),
              new FlowControlHandler(),
              handler);
    }
  }
}
