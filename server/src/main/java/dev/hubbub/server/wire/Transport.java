package dev.hubbub.server.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannel;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
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
 * How the server talks to the kernel. All have it look for peers that are gone without a word, and
 * keep it from holding megabytes for a receiver that doesn't read, which would also take a
 * millisecond to free; NIO has neither TCP_USER_TIMEOUT nor TCP_NOTSENT_LOWAT, so there the
 * kernel's own limits hold for data under way, and the limit for receivers without progress.
 */
public enum Transport {
  /** Native epoll, on Linux. */
  EPOLL(EpollServerSocketChannel.class),
  /** Native io_uring, on newer Linux. */
  IO_URING(IoUringServerSocketChannel.class),
  /** The JDK's own, everywhere. */
  NIO(NioServerSocketChannel.class);

  // So that those who are on line don't wait for a crowd that comes: some hundred microseconds.
  private static final int ACCEPTED_PER_LOOK_MAX = 16;

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
      case EPOLL -> KeptInEpoll.newFactory();
      case IO_URING -> IoUringIoHandler.newFactory();
      case NIO -> NioIoHandler.newFactory();
    };
  }

  /**
   * Sets the channel type and the options of the connections.
   *
   * @param unsentBytesMax bytes that the kernel takes for a connection before it can send them
   */
  public void configure(
      ServerBootstrap bootstrap, HalfOpenDetection halfOpen, long unsentBytesMax) {
    int idleSeconds = halfOpen.idleSeconds();
    int intervalSeconds = halfOpen.intervalSeconds();
    int probes = halfOpen.probes();
    int userTimeoutMs = Math.toIntExact(halfOpen.userTimeout().toMillis());
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
              .option(ChannelOption.RECVBUF_ALLOCATOR, acceptMany())
              .childOption(ChannelOption.RECVBUF_ALLOCATOR, new SharedReads())
              .childOption(EpollChannelOption.TCP_KEEPIDLE, idleSeconds)
              .childOption(EpollChannelOption.TCP_KEEPINTVL, intervalSeconds)
              .childOption(EpollChannelOption.TCP_KEEPCNT, probes)
              .childOption(EpollChannelOption.TCP_USER_TIMEOUT, userTimeoutMs)
              .childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, unsentBytesMax);
      case IO_URING ->
          bootstrap
              .childOption(IoUringChannelOption.TCP_KEEPIDLE, idleSeconds)
              .childOption(IoUringChannelOption.TCP_KEEPINTVL, intervalSeconds)
              .childOption(IoUringChannelOption.TCP_KEEPCNT, probes)
              .childOption(IoUringChannelOption.TCP_USER_TIMEOUT, userTimeoutMs)
              .childOption(IoUringChannelOption.TCP_NOTSENT_LOWAT, unsentBytesMax);
      case NIO ->
          bootstrap
              .childOption(ChannelOption.RECVBUF_ALLOCATOR, new SharedReads())
              .childOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), idleSeconds)
              .childOption(
                  NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), intervalSeconds)
              .childOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), probes);
    }
  }

  // Netty 4.2.18 accepts one connection each time that the loop looks at its sockets: it takes the
  // number of the accepted socket for a count of bytes, and concludes that there are no more. Where
  // the loop looks once in an interval, that would be a limit for the connections a second.
  private static RecvByteBufAllocator acceptMany() {
    return new ServerChannelRecvByteBufAllocator()
        .respectMaybeMoreData(false)
        .maxMessagesPerRead(ACCEPTED_PER_LOOK_MAX);
  }

  /** As the listening line names it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
