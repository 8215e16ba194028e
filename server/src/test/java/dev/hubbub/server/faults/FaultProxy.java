package dev.hubbub.server.faults;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Stands between clients and a server on this machine, and does to every connection what the {@link
 * Fault} says. One event loop serves all; the same seed gives the same faults.
 */
final class FaultProxy implements AutoCloseable {
  // Little is hidden in its own buffers, so that a stall is soon felt at the other end.
  private static final int RECEIVE_BUFFER_BYTES = 16_384;

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel listener;

  /** A proxy in front of a server. */
  FaultProxy(int serverPort, Fault fault, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    listener =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel client) {
                    client.pipeline().addLast(new Front(serverPort, fault, random));
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  /** Where clients connect to. */
  int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }

  /** Connects to the server for each client, and then couples the two. */
  private static final class Front extends ChannelInboundHandlerAdapter {
    private final int serverPort;
    private final Fault fault;
    private final SplittableRandom random;

    Front(int serverPort, Fault fault, SplittableRandom random) {
      this.serverPort = serverPort;
      this.fault = fault;
      this.random = random;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      Channel client = ctx.channel();
      new Bootstrap()
          .group(client.eventLoop())
          .channel(NioSocketChannel.class)
          .option(ChannelOption.TCP_NODELAY, true)
          .option(ChannelOption.AUTO_READ, false)
          .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER_BYTES)
          .handler(new ChannelInboundHandlerAdapter())
          .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort))
          .addListener((io.netty.channel.ChannelFuture connected) -> {
            if (connected.isSuccess()) {
              couple(client, connected.channel());
            } else {
              client.close();
            }
          });
    }

    private void couple(Channel client, Channel server) {
      client.pipeline().addLast(new FaultyDirection(server, fault, random.split()));
      server.pipeline().addLast(new FaultyDirection(client, fault, random.split()));
      client.config().setAutoRead(true);
      server.config().setAutoRead(true);
    }
  }
}
