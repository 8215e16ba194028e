package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.outbound.SlowReceiverPolicy;
import dev.hubbub.server.router.Router;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import dev.hubbub.server.testing.Received;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One connection of a server, with the server's own pipeline, a frozen clock and no socket. */
final class EmbeddedConnection implements AutoCloseable {
  static final SlowReceiverPolicy SLOW_RECEIVERS =
      new SlowReceiverPolicy(100_000, 16_777_216, Duration.ofSeconds(10));

  private static final int TURNS_MAX = 100;

  private static final long PENDING_TOTAL_BYTES_MAX = 100_000_000;

  static final WireLimits LIMITS = limits(65_536);

  private final EmbeddedSocket socket = new EmbeddedSocket();
  private final SessionRegistry registry = new SessionRegistry();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PendingTotal memory = new PendingTotal(PENDING_TOTAL_BYTES_MAX);

  private EmbeddedConnection(int connectionsMax, WireLimits limits, ByteBufAllocator allocator) {
    socket.freezeTime();
    socket.config().setAllocator(allocator);
    ServerMetrics metrics = new ServerMetrics(meters);
    Router router = new Router(registry, memory, socket.alloc(), Clock.systemUTC(), metrics);
    ChannelHandler pipeline =
        new ServerChannelInitializer(
            List.of(socket.eventLoop()),
            limits,
            protection(connectionsMax),
            null,
            memory,
            registry,
            router,
            metrics);
    socket.pipeline().addLast(pipeline);
    socket.pipeline().fireChannelActive();
  }

  /** The defaults for each connection, with objects of at most so many bytes. */
  static WireLimits limits(int messageBytesMax) {
    return new WireLimits(
        messageBytesMax,
        20,
        Duration.ofMillis(50),
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        65_536,
        1_048_576,
        new HalfOpenDetection(Duration.ofSeconds(60)),
        SLOW_RECEIVERS);
  }

  /** The defaults of the server as a whole, for so many connections. */
  static Protection protection(int connectionsMax) {
    return new Protection(
        connectionsMax,
        10,
        Protection.NO_LIMIT,
        AddressRanges.parse(AddressRanges.ON_PREMISE),
        Protection.NO_LIMIT,
        PENDING_TOTAL_BYTES_MAX);
  }

  /** A connection that has just been opened. */
  static EmbeddedConnection open() {
    return open(LIMITS, ByteBufAllocator.DEFAULT);
  }

  /**
   * A connection with limits of its own that has just been opened; its buffers are the allocator's.
   */
  static EmbeddedConnection open(WireLimits limits, ByteBufAllocator allocator) {
    return new EmbeddedConnection(10, limits, allocator);
  }

  /** A connection for which there is no room. */
  static EmbeddedConnection openTooMany() {
    return new EmbeddedConnection(0, LIMITS, ByteBufAllocator.DEFAULT);
  }

  /** The connection of a user who has read its welcome. */
  static EmbeddedConnection joined(String name) {
    EmbeddedConnection connection = open().send(name + "\n");
    connection.read();
    return connection;
  }

  EmbeddedSocket socket() {
    return socket;
  }

  Session session(String name) {
    return Objects.requireNonNull(registry.find(name));
  }

  SessionRegistry registry() {
    return registry;
  }

  EmbeddedConnection send(String text) {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  EmbeddedConnection send(byte[] bytes) {
    socket.writeInbound(socket.alloc().buffer(bytes.length).writeBytes(bytes));
    return takeTurns();
  }

  /** The peer ends its side. */
  EmbeddedConnection endInput() {
    socket.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    socket.runPendingTasks();
    return takeTurns();
  }

  // What was sent at once may take several turns; none takes longer than the loop needs to look.
  private EmbeddedConnection takeTurns() {
    for (int i = 0; i < TURNS_MAX && !socket.config().isAutoRead(); i++) {
      socket.advanceTimeBy(1, TimeUnit.NANOSECONDS);
      socket.runPendingTasks();
    }
    return this;
  }

  /** Lets time pass; what becomes due and what that puts off to the next moment is done. */
  EmbeddedConnection advance(Duration time) {
    socket.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    socket.runPendingTasks();
    socket.advanceTimeBy(1, TimeUnit.NANOSECONDS);
    socket.runPendingTasks();
    return this;
  }

  /** What was written since the last look. */
  List<Received> read() {
    StringBuilder written = new StringBuilder();
    for (ByteBuf next = socket.readOutbound(); next != null; next = socket.readOutbound()) {
      written.append(next.toString(StandardCharsets.UTF_8));
      next.release();
    }
    return Stream.of(written.toString().split("\n"))
        .filter(line -> !line.isEmpty())
        .map(Received::parse)
        .toList();
  }

  List<String> readTexts() {
    return read().stream().map(Received::msg).toList();
  }

  double count(String meter, String tag, String value) {
    return meters.get(meter).tag(tag, value).counter().count();
  }

  /** Ends it and releases what nobody has read. */
  @Override
  public void close() {
    socket.unstick();
    socket.finishAndReleaseAll();
  }

  double slowReceivers() {
    return meters.get("hubbub.slow.receivers.cut").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }
}
