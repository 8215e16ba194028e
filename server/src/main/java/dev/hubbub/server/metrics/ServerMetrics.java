package dev.hubbub.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The meters of the server. Counters are made once, so that counting looks nothing up by name. */
public final class ServerMetrics {
  /** What became of a connection at the door. */
  public enum Connection {
    ACCEPTED,
    FULL,
    FORBIDDEN,
    TOO_MANY_FROM_ADDRESS
  }

  /** What became of a registration. */
  public enum Registration {
    OK,
    TAKEN,
    INVALID,
    TIMEOUT,
    EVICTED,
    GONE
  }

  /** What became of a message. */
  public enum Routed {
    DELIVERED,
    ENDPOINT,
    UNKNOWN_COMMAND,
    UNAVAILABLE
  }

  /** What was wrong with an input. */
  public enum BadInput {
    SCHEMA,
    GARBAGE,
    TRUNCATED,
    TOO_DEEP,
    TOO_LARGE
  }

  private final Map<Connection, Counter> connections;
  private final Map<Registration, Counter> registrations;
  private final Map<Routed, Counter> messages;
  private final Map<BadInput, Counter> badInputs;
  private final Counter slowReceivers;
  private final Counter throttled;
  private final LongAdder bytesIn = new LongAdder();
  private final LongAdder bytesOut = new LongAdder();
  private final Timer loopLag;
  private final MeterRegistry registry;

  /** Meters in the given registry. */
  public ServerMetrics(MeterRegistry registry) {
    this.registry = registry;
    connections = counters(registry, "hubbub.connections", "outcome", Connection.class);
    registrations = counters(registry, "hubbub.registrations", "outcome", Registration.class);
    messages = counters(registry, "hubbub.messages", "outcome", Routed.class);
    badInputs = counters(registry, "hubbub.bad.inputs", "kind", BadInput.class);
    slowReceivers = registry.counter("hubbub.slow.receivers.cut");
    throttled = registry.counter("hubbub.clients.throttled");
    loopLag = registry.timer("hubbub.event.loop.lag");
    bytes("in", bytesIn);
    bytes("out", bytesOut);
  }

  /** Counts a connection. */
  public void count(Connection outcome) {
    increment(connections, outcome);
  }

  /** Counts a registration. */
  public void count(Registration outcome) {
    increment(registrations, outcome);
  }

  /** Counts a message. */
  public void count(Routed outcome) {
    increment(messages, outcome);
  }

  /** Counts a bad input. */
  public void count(BadInput kind) {
    increment(badInputs, kind);
  }

  /** Counts a receiver that was disconnected because it did not read. */
  public void countSlowReceiver() {
    slowReceivers.increment();
  }

  /** Counts a pause of a client that sends faster than it may. */
  public void countThrottled() {
    throttled.increment();
  }

  /** Counts bytes read from clients. */
  public void countBytesIn(int bytes) {
    bytesIn.add(bytes);
  }

  /** Counts bytes written to clients. */
  public void countBytesOut(int bytes) {
    bytesOut.add(bytes);
  }

  /** Records by how much an event loop ran late, in nanoseconds. */
  public void recordLoopLag(long lagNs) {
    loopLag.record(lagNs, TimeUnit.NANOSECONDS);
  }

  /** Shows the users on line. */
  public void showUsers(Supplier<Number> users) {
    Gauge.builder("hubbub.users", users).register(registry);
  }

  /** Shows the open connections. */
  public void showConnections(Supplier<Number> connections) {
    Gauge.builder("hubbub.connections.open", connections).register(registry);
  }

  /** Shows the bytes that wait for all receivers together. */
  public void showPendingBytes(Supplier<Number> bytes) {
    Gauge.builder("hubbub.pending", bytes).baseUnit("bytes").register(registry);
  }

  private void bytes(String direction, LongAdder sum) {
    FunctionCounter.builder("hubbub.traffic", sum, LongAdder::sum)
        .baseUnit("bytes")
        .tag("direction", direction)
        .register(registry);
  }

  private static <E extends Enum<E>> void increment(Map<E, Counter> counters, E key) {
    Counter counter = counters.get(key);
    if (counter != null) {
      counter.increment();
    }
  }

  private static <E extends Enum<E>> Map<E, Counter> counters(
      MeterRegistry registry, String name, String tag, Class<E> outcomes) {
    Function<E, Counter> counter =
        outcome -> registry.counter(name, tag, outcome.name().toLowerCase(Locale.ROOT));
    return Arrays.stream(outcomes.getEnumConstants())
        .collect(
            Collectors.toMap(
                Function.identity(), counter, (a, b) -> a, () -> new EnumMap<>(outcomes)));
  }
}
