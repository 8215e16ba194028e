package dev.hubbub.bots.peer;

import dev.hubbub.server.wire.HalfOpenDetection;
import dev.hubbub.server.wire.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sends back every byte that it receives: what the kernel and the event loop cost without a chat
 * server. Started and stopped by one thread.
 */
public final class EchoServer implements AutoCloseable {
  private static final int ACCEPT_BACKLOG = 4_096;
  private static final Duration HALF_OPEN_MAX = Duration.ofSeconds(60);
  private static final long UNSENT_BYTES_MAX = 1_048_576;
  private static final int STOP_SECONDS_MAX = 2;

  private final MultiThreadIoEventLoopGroup loops;
  private final Channel listener;

  private EchoServer(MultiThreadIoEventLoopGroup loops, Channel listener) {
    this.loops = loops;
    this.listener = listener;
  }

  /**
   * Listens.
   *
   * @param eventLoops threads that accept and serve connections
   * @throws IOException if the address can't be listened on
   */
  public static EchoServer start(InetSocketAddress address, Transport transport, int eventLoops)
      throws IOException {
    MultiThreadIoEventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            eventLoops, new DefaultThreadFactory("echo-loop"), transport.ioHandlers());
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops)
            .option(ChannelOption.SO_BACKLOG, ACCEPT_BACKLOG)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(EchoHandler.SHARED);
                  }
                });
    transport.configure(bootstrap, new HalfOpenDetection(HALF_OPEN_MAX), UNSENT_BYTES_MAX);
    var bound = bootstrap.bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
      throw new IOException(bound.cause().getMessage(), bound.cause());
    }
    return new EchoServer(loops, bound.channel());
  }

  /** The port that is listened on. */
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** Closes every connection and ends the event loops. */
  @Override
  public void close() {
    loops.shutdownGracefully(0, STOP_SECONDS_MAX, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
