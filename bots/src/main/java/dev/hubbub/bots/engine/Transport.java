package dev.hubbub.bots.engine;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.function.Supplier;

/** How the event loop reaches the kernel. */
record Transport(IoHandlerFactory io, Supplier<SocketChannel> channels) {
  /** Native epoll where it runs, else NIO. */
  static Transport best() {
    return Epoll.isAvailable()
        ? new Transport(EpollIoHandler.newFactory(), EpollSocketChannel::new)
        : new Transport(NioIoHandler.newFactory(), NioSocketChannel::new);
  }

  /** A channel that is not registered yet. */
  SocketChannel newChannel() {
    return channels.get();
  }
}
