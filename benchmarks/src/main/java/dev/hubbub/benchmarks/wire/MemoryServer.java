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

/** All of a server but its sockets and event loops, with its default limits. For one thread. */
final class MemoryServer {
  private static final long PENDING_TOTAL_BYTES_MAX = 100_000_000;
  private static final WireLimits LIMITS =
      new WireLimits(
          65_536,
          20,
          Duration.ofMillis(50),
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          65_536,
          new HalfOpenDetection(Duration.ofSeconds(60)),
          new SlowReceiverPolicy(1_048_576, 16_777_216, Duration.ofSeconds(10)));
  private static final Protection PROTECTION =
      new Protection(
          Integer.MAX_VALUE,
          10,
          Protection.NO_LIMIT,
          AddressRanges.parse(AddressRanges.ON_PREMISE),
          Protection.NO_LIMIT,
          PENDING_TOTAL_BYTES_MAX);

  private final SessionRegistry registry = new SessionRegistry();
  private final PendingTotal memory = new PendingTotal(PENDING_TOTAL_BYTES_MAX);
  private final ServerMetrics metrics =
      new ServerMetrics(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  private final Router router =
      new Router(registry, memory, ByteBufAllocator.DEFAULT, Clock.systemUTC(), metrics);

  /** The connection of a user who has read its welcome. */
  MemorySocket join(String name) {
    MemorySocket socket = new MemorySocket();
    socket.with(
        new ServerChannelInitializer(
            List.of(socket.eventLoop()),
            LIMITS,
            PROTECTION,
            null,
            memory,
            registry,
            router,
            metrics));
    socket.receive((name + "\n").getBytes(StandardCharsets.UTF_8));
    String welcome = socket.takeSent();
    if (!welcome.contains(name) || registry.find(name) == null) {
      throw new IllegalStateException("'" + name + "' is no user: " + welcome);
    }
    return socket;
  }
}
