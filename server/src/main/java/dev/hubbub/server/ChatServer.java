package dev.hubbub.server;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.router.Router;
import dev.hubbub.server.session.SessionRegistry;
import dev.hubbub.server.wire.WireServer;
import dev.hubbub.server.wire.WireSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;

/** A running chat server. Started and stopped by one thread at a time. */
public final class ChatServer implements AutoCloseable {
  private final ServerConfig config;
  private final WireServer wire;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;

  private ChatServer(ServerConfig config, WireServer wire) {
    this.config = config;
    this.wire = wire;
  }

  /**
   * Starts a server that listens when this returns.
   *
   * @param meters where the server counts
   * @throws IOException if the address can't be listened on
   */
  public static ChatServer start(ServerConfig config, MeterRegistry meters) throws IOException {
    InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
    if (address.isUnresolved()) {
      throw new IOException("unknown host '" + config.host() + "' ('--host')");
    }
    ServerMetrics metrics = new ServerMetrics(meters);
    SessionRegistry registry = new SessionRegistry();
    metrics.showUsers(registry::size);
    PendingTotal memory = new PendingTotal(config.protection().pendingTotalBytesMax());
    Clock clock = Clock.system(ZoneId.systemDefault());
    Router router = new Router(registry, memory, ByteBufAllocator.DEFAULT, clock, metrics);
    WireSettings settings =
        new WireSettings(
            address,
            config.transport(),
            config.tls(),
            config.eventLoops(),
            config.wakeupInterval(),
            config.acceptBacklog(),
            config.protection(),
            config.limits());
    WireServer wire = WireServer.start(settings, memory, registry, router, metrics);
    ChatServer server = new ChatServer(config, wire);
    metrics.showDraining(() -> !server.isReady());
    return server;
  }

  /** The address that is listened on, with the real port. */
  public InetSocketAddress address() {
    return wire.address();
  }

  /** Connections that are open, to users or not. */
  public int connections() {
    return wire.connections();
  }

  /** Whether new users should come: not once it stops. */
  public boolean isReady() {
    return !stopping;
  }

  /**
   * Waits until the server has stopped, its drain included.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void awaitStopped() throws InterruptedException {
    stopped.await();
  }

  /**
   * Stops: accepts no further connection, tells every user, delivers what is queued within {@link
   * ServerConfig#drainMax}, and closes. Does nothing the second time.
   *
   * @return connections whose queue could not be delivered in time
   */
  public int stop() {
    stopping = true;
    int undelivered = wire.drain(config.drainMax());
    wire.stop();
    stopped.countDown();
    return undelivered;
  }

  @Override
  public void close() {
    var _ = stop();
  }
}
