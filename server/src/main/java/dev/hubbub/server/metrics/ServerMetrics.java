package dev.hubbub.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The meters of the server. Counters are made once, so that counting looks nothing up by name. */
public final class ServerMetrics {
  /** What became of a connection at the door. */
  public enum Connection {
    ACCEPTED,
    FULL
  }

  /** What became of a registration. */
  public enum Registration {
    OK,
    TAKEN,
    INVALID,
    TIMEOUT,
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

  /** Meters in the given registry. */
  public ServerMetrics(MeterRegistry registry) {
    connections = counters(registry, "hubbub.connections", "outcome", Connection.class);
    registrations = counters(registry, "hubbub.registrations", "outcome", Registration.class);
    messages = counters(registry, "hubbub.messages", "outcome", Routed.class);
    badInputs = counters(registry, "hubbub.bad.inputs", "kind", BadInput.class);
    slowReceivers = registry.counter("hubbub.slow.receivers.cut");
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
