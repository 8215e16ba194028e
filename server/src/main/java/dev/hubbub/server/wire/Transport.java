package dev.hubbub.server.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.util.Locale;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;

/**
 * How the server talks to the kernel. Both kinds find a half-open connection within 60 s: an idle
 * one by keep-alive (20 s, then three probes 10 s apart), one with data under way by
 * TCP_USER_TIMEOUT, which NIO lacks: there the kernel's retransmission limit holds, and the limit
 * for receivers without progress.
 */
public enum Transport {
  /** Native epoll, on Linux. */
  EPOLL(EpollServerSocketChannel.class),
  /** Native io_uring, on newer Linux. */
  IO_URING(IoUringServerSocketChannel.class),
  /** The JDK's own, everywhere. */
  NIO(NioServerSocketChannel.class);

  private static final int KEEP_ALIVE_IDLE_SECONDS = 20;
  private static final int KEEP_ALIVE_INTERVAL_SECONDS = 10;
  private static final int KEEP_ALIVE_PROBES = 3;
  private static final int USER_TIMEOUT_MS = 50_000;

  private final Class<? extends ServerChannel> channelType;

  Transport(Class<? extends ServerChannel> channelType) {
    this.channelType = channelType;
  }

  /** The best one that this machine has. */
  public static Transport best() {
    return Epoll.isAvailable() ? EPOLL : NIO;
  }

  /** Why this one can't be used here; empty when it can. */
  public Optional<Throwable> unavailability() {
    return switch (this) {
      case EPOLL -> Optional.ofNullable(Epoll.unavailabilityCause());
      case IO_URING -> Optional.ofNullable(IoUring.unavailabilityCause());
      case NIO -> Optional.empty();
    };
  }

  /** Makes the event loops. */
  public IoHandlerFactory ioHandlers() {
    return switch (this) {
      case EPOLL -> EpollIoHandler.newFactory();
      case IO_URING -> IoUringIoHandler.newFactory();
      case NIO -> NioIoHandler.newFactory();
    };
  }

  /** Sets the channel type and the options of the connections. */
  public void configure(ServerBootstrap bootstrap) {
    bootstrap
        .channel(channelType)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.SO_KEEPALIVE, true)
        // A client that has said all may still wait for its replies.
        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    switch (this) {
      case EPOLL ->
          bootstrap
              .childOption(EpollChannelOption.TCP_KEEPIDLE, KEEP_ALIVE_IDLE_SECONDS)
              .childOption(EpollChannelOption.TCP_KEEPINTVL, KEEP_ALIVE_INTERVAL_SECONDS)
              .childOption(EpollChannelOption.TCP_KEEPCNT, KEEP_ALIVE_PROBES)
              .childOption(EpollChannelOption.TCP_USER_TIMEOUT, USER_TIMEOUT_MS);
      case IO_URING ->
          bootstrap
              .childOption(IoUringChannelOption.TCP_KEEPIDLE, KEEP_ALIVE_IDLE_SECONDS)
              .childOption(IoUringChannelOption.TCP_KEEPINTVL, KEEP_ALIVE_INTERVAL_SECONDS)
              .childOption(IoUringChannelOption.TCP_KEEPCNT, KEEP_ALIVE_PROBES)
              .childOption(IoUringChannelOption.TCP_USER_TIMEOUT, USER_TIMEOUT_MS);
      case NIO ->
          bootstrap
              .childOption(
                  NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), KEEP_ALIVE_IDLE_SECONDS)
              .childOption(
                  NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL),
                  KEEP_ALIVE_INTERVAL_SECONDS)
              .childOption(
                  NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), KEEP_ALIVE_PROBES);
    }
  }

  /** As the listening line names it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
