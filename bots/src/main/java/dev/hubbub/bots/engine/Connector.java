package dev.hubbub.bots.engine;

import dev.hubbub.bots.driver.Driver;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.tls.ClientTls;
import io.netty.channel.ChannelException;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Connects users to the server, and registers them. */
final class Connector {
  private final EventLoop loop;
  private final Transport transport;
  private final InetSocketAddress server;
  private final @Nullable ClientTls tls;
  private final SourceAddresses sources;
  private final Driver driver;
  private final ConnectionListener listener;
  private final NanoClock clock;
  private final long timeoutNs;

  Connector(
      EventLoop loop,
      Transport transport,
      InetSocketAddress server,
      @Nullable ClientTls tls,
      int worker,
      long timeoutMs,
      Driver driver,
      ConnectionListener listener,
      NanoClock clock) {
    this.loop = loop;
    this.transport = transport;
    this.server = server;
    this.tls = tls;
    this.sources = new SourceAddresses(server.getAddress(), worker);
    this.driver = driver;
    this.listener = listener;
    this.clock = clock;
    this.timeoutNs = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
  }

  /** How many users may be on their way to being registered at a time. */
  int handshakesMax() {
    return driver.handshakesMax();
  }

  /** Begins to register a user; the handshake hears the outcome. */
  void connect(Bot bot, Handshake handshake) {
    attempt(bot, handshake, clock.nanoTime());
  }

  private void attempt(Bot bot, Handshake handshake, long begunNs) {
    SocketChannel channel;
    try {
      channel = transport.newChannel();
    } catch (ChannelException e) {
      handshake.failed(bot, "can't open a socket: " + e.getMessage(), false);
      return;
    }
    BotConnection connection =
        new BotConnection(bot, channel, driver, handshake, listener, clock, begunNs);
    channel.config().setTcpNoDelay(true);
    // The handshake has a time-out of its own, from the connect to the welcome.
    channel.config().setConnectTimeoutMillis(0);
    if (tls != null) {
      channel
          .pipeline()
          .addLast(tls.newHandler(channel.alloc(), server.getHostString(), server.getPort()));
    }
    channel.pipeline().addLast(connection);
    loop.register(channel);
    connection.limitHandshake(timeoutNs);
    InetSocketAddress source = sources.next();
    channel
        .connect(server, source)
        .addListener(done -> {
          if (!done.isSuccess()) {
            retry(connection, done.cause(), source);
          }
        });
  }

  private void retry(
      BotConnection connection, Throwable failure, @Nullable InetSocketAddress source) {
    if (connection.isInHandshake() && sources.moveOn(failure, source)) {
      connection.abandon();
      attempt(connection.bot(), connection.handshake(), connection.begunNs());
    } else {
      connection.giveUp("can't connect: " + failure.getMessage());
    }
  }
}
