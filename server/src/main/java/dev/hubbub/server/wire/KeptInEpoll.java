package dev.hubbub.server.wire;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoOps;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollIoOps;

/**
 * Netty's epoll, with channels that stay in it until they are closed.
 *
 * <p>Netty 4.2.18 takes a channel that waits for nothing out of epoll (since its pull request
 * 16689), but doesn't put it back: what it waits for next fails with ENOENT, and the channel is
 * closed. It waits for nothing when the peer has ended its side while it is not read from, which is
 * an everyday thing here: a client that asks and then says that it has said all, and whose request
 * takes a while. Such a channel is told to wait for errors only, and once: always reported anew,
 * they would keep the loop busy, which is why Netty takes it out.
 */
final class KeptInEpoll extends ForwardingIoHandler {
  private KeptInEpoll(IoHandler epoll) {
    super(epoll);
  }

  static IoHandlerFactory newFactory() {
    IoHandlerFactory factory = EpollIoHandler.newFactory();
    return executor -> new KeptInEpoll(factory.newHandler(executor));
  }

  @Override
  public IoRegistration register(IoHandle handle) throws Exception {
    return new Kept(super.register(handle));
  }

  private record Kept(IoRegistration registration) implements IoRegistration {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
    public <T> T attachment() {
      return registration.attachment();
    }

    @Override
    public long submit(IoOps ops) {
      return registration.submit(ops.equals(EpollIoOps.NONE) ? EpollIoOps.EPOLLET : ops);
    }

    @Override
    public boolean isValid() {
      return registration.isValid();
    }

    @Override
    public boolean cancel() {
      return registration.cancel();
    }
  }
}
