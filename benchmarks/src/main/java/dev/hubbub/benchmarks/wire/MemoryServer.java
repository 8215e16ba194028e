package dev.hubbub.benchmarks.wire;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.outbound.SlowReceiverPolicy;
import dev.hubbub.server.router.Router;
import dev.hubbub.server.session.SessionRegistry;
import dev.hubbub.server.wire.AddressRanges;
import dev.hubbub.server.wire.HalfOpenDetection;
import dev.hubbub.server.wire.Protection;
import dev.hubbub.server.wire.ServerChannelInitializer;
import dev.hubbub.server.wire.WireLimits;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** All of a server but its sockets, with one event loop and its default limits. For one thread. */
final class MemoryServer {
  private static final long PENDING_TOTAL_BYTES_MAX = 1L << 30;
  private static final WireLimits LIMITS =
      new WireLimits(
          65_536,
          20,
          Duration.ofMillis(50),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          65_536,
          1_048_576,
          new HalfOpenDetection(Duration.ofSeconds(60)),
          new SlowReceiverPolicy(1_048_576, 16_777_216, Duration.ofSeconds(10)));
  private static final Protection PROTECTION =
      new Protection(
          Integer.MAX_VALUE,
          1_000,
          Protection.NO_LIMIT,
          AddressRanges.parse(AddressRanges.ON_PREMISE),
          Protection.NO_LIMIT,
          PENDING_TOTAL_BYTES_MAX);

  private final MemoryLoop loop = new MemoryLoop();
  private final SessionRegistry registry = new SessionRegistry();
  private final ServerChannelInitializer connections;

  /** A server that this thread drives. */
  MemoryServer() {
    PendingTotal memory = new PendingTotal(PENDING_TOTAL_BYTES_MAX);
    ServerMetrics metrics =
        new ServerMetrics(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    Router router =
        new Router(registry, memory, ByteBufAllocator.DEFAULT, Clock.systemUTC(), metrics);
    connections =
        new ServerChannelInitializer(
            List.of(loop.eventLoop()), LIMITS, PROTECTION, null, memory, registry, router, metrics);
  }

  /** The connection of a user who has read its welcome. */
  MemoryChannel join(String name) {
    MemoryChannel channel = loop.open(connections);
    channel.receive((name + "\n").getBytes(StandardCharsets.UTF_8));
    loop.run();
    if (channel.takeSentBytes() == 0 || registry.find(name) == null) {
      throw new IllegalStateException("'" + name + "' is no user");
    }
    return channel;
  }

  /** Runs the loop until that channel is sent something; returns how many bytes. */
  long runUntilSent(MemoryChannel channel) {
    long bytes = channel.takeSentBytes();
    while (bytes == 0) {
      loop.run();
      bytes = channel.takeSentBytes();
    }
    return bytes;
  }

  MemoryLoop loop() {
    return loop;
  }
}
