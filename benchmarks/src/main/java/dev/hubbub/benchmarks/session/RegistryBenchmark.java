package dev.hubbub.benchmarks.session;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Username;
import dev.hubbub.protocol.Welcome;
import dev.hubbub.server.outbound.Outbound;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to find a user, to come and to go, with so many on line. The names that are looked
 * up know their hash already, which one from the wire does not: the same goes for the floor.
 */
@State(Scope.Thread)
@NullUnmarked // JMH sets the fields before it calls a benchmark.
public class RegistryBenchmark {
  /** Users on line. */
  @Param({"1000", "100000", "1000000"})
  public int users;

  private final Username newcomer = Population.username("Newcomer");
  private final Username taken = Population.username("user-7");
  private final Outbound outbound = new DiscardingOutbound();
  private Population population;
  private SessionRegistry registry;
  private ConcurrentMap<String, String> floor;

  /** Registers the users. */
  @Setup
  public void register() {
    population = new Population(users);
    registry = population.registry();
    floor = new ConcurrentHashMap<>();
    registry.inJoinOrder().forEach(session -> floor.put(session.name(), session.name()));
  }

  /** Looks a user up, as for every direct message. */
  @Benchmark
  public Session find() {
    return registry.find(population.pick().name());
  }

  /** The floor of it: one concurrent map. */
  @Benchmark
  public String floorFind() {
    return floor.get(population.pick().name());
  }

  /** Claims a name, becomes visible and goes. */
  @Benchmark
  public Session comeAndGo() {
    Session session = population.register(newcomer);
    registry.release(session);
    return session;
  }

  /** The floor of it: in and out of one concurrent map. */
  @Benchmark
  public String floorComeAndGo() {
    floor.put(newcomer.name(), newcomer.name());
    return floor.remove(newcomer.name());
  }

  /** Claims a name that a user has. */
  @Benchmark
  public boolean claimTaken() {
    return registry.claim(taken, "192.168.1.7", outbound).isPresent();
  }

  /** The floor of it: a concurrent map that has the key. */
  @Benchmark
  public String floorClaimTaken() {
    return floor.putIfAbsent(taken.name(), taken.name());
  }

  /** Writes the welcome, which names the first users. */
  @Benchmark
  public Message welcome() {
    var names = registry.inJoinOrder().stream().map(Session::name).iterator();
    return Welcome.to(newcomer.name(), names, registry.size());
  }
}
