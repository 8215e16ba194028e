package dev.hubbub.benchmarks.router;

import dev.hubbub.benchmarks.session.Population;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.Sender;
import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.router.Router;
import dev.hubbub.server.session.Session;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBufAllocator;
import java.time.Clock;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the router costs a message, between random users, with so many on line. */
@State(Scope.Thread)
@NullUnmarked // JMH sets the fields before it calls a benchmark.
public class RouteBenchmark {
  private static final String TEXT = "see you in five minutes!";
  private static final Sender CLAIM = new Sender("somebody", "10.0.0.1");

  /** Users on line. */
  @Param({"1000", "100000", "1000000"})
  public int users;

  private final ByteBufAllocator allocator = ByteBufAllocator.DEFAULT;
  private Population population;
  private Router router;

  /** Registers the users. */
  @Setup
  public void register() {
    population = new Population(users);
    router =
        new Router(
            population.registry(),
            new PendingTotal(Long.MAX_VALUE),
            allocator,
            Clock.systemUTC(),
            new ServerMetrics(new SimpleMeterRegistry()));
  }

  /** A message to a user. */
  @Benchmark
  public void direct() {
    Session sender = population.pick();
    router.route(sender, new Message(CLAIM, population.pick().name(), TEXT));
  }

  /** A message to nobody, and the error. */
  @Benchmark
  public void nobody() {
    router.route(population.pick(), new Message(CLAIM, "Everyone", TEXT));
  }

  /** A question for the time, and the reply. */
  @Benchmark
  public void time() {
    router.route(population.pick(), new Message(CLAIM, "/time", TEXT));
  }

  /** The floor of a direct message: to encode what the receiver gets. */
  @Benchmark
  public boolean floorEncode() {
    Session sender = population.pick();
    Message stamped = new Message(sender.sender(), population.pick().name(), TEXT);
    return MessageEncoder.encode(stamped, allocator).release();
  }
}
