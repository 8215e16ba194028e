package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.router.Router;
import dev.hubbub.server.session.SessionRegistry;
import dev.hubbub.tls.ServerTls;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The listening socket and the event loops. Started and stopped by one thread. */
public final class WireServer {
  private static final long DRAIN_LOOK_NS = Duration.ofMillis(5).toNanos();
  private static final int STOP_SECONDS_MAX = 2;
  private static final int LOG_SUM_SECONDS = 10;

  private final MultiThreadIoEventLoopGroup loops;
  private final ServerChannelInitializer connections;
  private final Channel listener;
  private final @Nullable ServerTls tls;

  private WireServer(
      MultiThreadIoEventLoopGroup loops,
      ServerChannelInitializer connections,
      Channel listener,
      @Nullable ServerTls tls) {
    this.loops = loops;
    this.connections = connections;
    this.listener = listener;
    this.tls = tls;
  }

  /**
   * Listens.
   *
   * @param memory the bound on what waits for all receivers together
   * @throws IOException if the address can't be listened on
   */
  public static WireServer start(
      WireSettings settings,
      PendingTotal memory,
      SessionRegistry registry,
      Router router,
      ServerMetrics metrics)
      throws IOException {
    Transport transport = settings.transport();
    MultiThreadIoEventLoopGroup loops =
        new ServerEventLoops(
            settings.eventLoops(),
            ModeratedWakeups.around(transport.ioHandlers(), settings.wakeupInterval()));
    List<EventLoop> eventLoops =
        StreamSupport.stream(loops.spliterator(), false).map(EventLoop.class::cast).toList();
    eventLoops.forEach(loop -> LoopLagProbe.start(loop, metrics));
    ServerChannelInitializer connections =
        new ServerChannelInitializer(
            eventLoops,
            settings.limits(),
            settings.protection(),
            settings.tls(),
            memory,
            registry,
            router,
            metrics);
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops)
            .attr(ConnectionLog.ATTRIBUTE, connections.log())
            .option(ChannelOption.SO_BACKLOG, settings.acceptBacklog())
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark(settings))
            .childHandler(connections);
    eventLoops
        .getFirst()
        .scheduleWithFixedDelay(
            connections::sumUpLog, LOG_SUM_SECONDS, LOG_SUM_SECONDS, TimeUnit.SECONDS);
    if (settings.tls() != null) {
      reloadCertificates(eventLoops.getFirst(), settings.tls());
    }
    transport.configure(
        bootstrap, settings.limits().halfOpen(), settings.limits().unsentBytesMax());
    var bound = bootstrap.bind(settings.address()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
      throw new IOException(bound.cause().getMessage(), bound.cause());
    }
    return new WireServer(loops, connections, bound.channel(), settings.tls());
  }

  // Reading files blocks: a thread that costs nothing does it, the loop only keeps the time.
  private static void reloadCertificates(EventLoop clock, ServerTls tls) {
    long intervalNs = tls.reloadInterval().toNanos();
    clock.scheduleWithFixedDelay(
        () -> Thread.ofVirtual().name("hubbub-tls-reload").start(tls::reloadIfChanged),
        intervalNs,
        intervalNs,
        TimeUnit.NANOSECONDS);
  }

  // A client stops being read from before its own replies reach the limit for what may wait for
  // it: it is never disconnected for asking a lot.
  private static WriteBufferWaterMark waterMark(WireSettings settings) {
    long pendingBytesMax = settings.limits().slowReceivers().pendingBytesMax();
    int high = Math.clamp(pendingBytesMax, 1, settings.limits().repliesBytesMax());
    return new WriteBufferWaterMark(Math.max(1, high / 2), high);
  }

  /** The address that is listened on, with the real port. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /**
   * Accepts no further connection, tells every user, delivers what is queued, and closes; waits for
   * that, but not longer than the given time.
   *
   * @return connections that were still open then
   */
  public int drain(Duration max) {
    listener.close().awaitUninterruptibly();
    long deadlineNs = System.nanoTime() + max.toNanos();
    connections.finishAll();
    while (connections.connections() > 0 && System.nanoTime() < deadlineNs) {
      LockSupport.parkNanos(DRAIN_LOOK_NS);
    }
    return connections.connections();
  }

  /** Connections that are open, to users or not. */
  public int connections() {
    return connections.connections();
  }

  /** Closes what is still open and ends the event loops. */
  public void stop() {
    listener.close().awaitUninterruptibly();
    connections.sumUpLog();
    if (!loops.isShuttingDown()) {
      connections.abandonTurns();
    }
    loops.shutdownGracefully(0, STOP_SECONDS_MAX, TimeUnit.SECONDS).awaitUninterruptibly();
    if (tls != null) {
      tls.close();
    }
  }
}
