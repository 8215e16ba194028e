package dev.hubbub.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

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

  /** What became of a TLS handshake. */
  public enum Handshake {
    OK,
    FAILED,
    TIMEOUT
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

  /** Why a receiver was disconnected that did not read. */
  public enum Cut {
    /** More waited for it than may. */
    BYTES,
    /** It took nothing for too long. */
    STALL,
    /** Too much waited for all receivers together, and it held most. */
    TOTAL
  }

  /** Why a client was not read from for a while. */
  public enum Pause {
    /** Its own replies wait for it. */
    REPLIES,
    /** It sends faster than it may. */
    RATE,
    /** There was no memory for a reply. */
    MEMORY
  }

  // Bounds of the histogram: a loop that is later than a few of these is late for everybody on it.
  private static final Duration[] LAG_BUCKETS =
      LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Map<Connection, Counter> connections;
  private final Map<Registration, Counter> registrations;
  private final Map<Handshake, Counter> handshakes;
  private final Map<Routed, Counter> messages;
  private final Map<BadInput, Counter> badInputs;
  private final Map<Cut, Counter> slowReceivers;
  private final Map<Pause, Counter> pauses;
  private final Counter halfOpen;
  private final Counter undelivered;
  private final LongAdder bytesIn = new LongAdder();
  private final LongAdder bytesOut = new LongAdder();
  private final Timer loopLag;
  private final MeterRegistry registry;

  /** Meters in the given registry. */
  public ServerMetrics(MeterRegistry registry) {
    this.registry = registry;
    connections =
        counters("hubbub.connections", "outcome", Connection.class, "Connections at the door");
    registrations =
        counters(
            "hubbub.registrations", "outcome", Registration.class, "Usernames that were asked for");
    handshakes =
        counters("hubbub.tls.handshakes", "outcome", Handshake.class, "TLS handshakes of clients");
    messages = counters("hubbub.messages", "outcome", Routed.class, "Messages of users");
    badInputs = counters("hubbub.bad.inputs", "kind", BadInput.class, "Inputs that are no message");
    slowReceivers =
        counters(
            "hubbub.slow.receivers.cut",
            "reason",
            Cut.class,
            "Receivers disconnected because they did not read");
    pauses =
        counters(
            "hubbub.clients.paused", "reason", Pause.class, "Pauses in which a client is not read");
    halfOpen = counter("hubbub.half.open.closed", "Connections whose peer was gone without a word");
    undelivered =
        counter("hubbub.messages.undelivered", "Messages queued for connections that then ended");
    loopLag =
        Timer.builder("hubbub.event.loop.lag")
            .description("How late a task of an event loop runs")
            .serviceLevelObjectives(LAG_BUCKETS)
            .register(registry);
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

  /** Counts a TLS handshake. */
  public void count(Handshake outcome) {
    increment(handshakes, outcome);
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
  public void count(Cut reason) {
    increment(slowReceivers, reason);
  }

  /** Counts a client that is not read from for a while. */
  public void count(Pause reason) {
    increment(pauses, reason);
  }

  /** Counts a connection whose peer was gone without a word. */
  public void countHalfOpen() {
    halfOpen.increment();
  }

  /** Counts a message that was queued for a receiver whose connection ended before it was sent. */
  public void countUndelivered() {
    undelivered.increment();
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
    gauge("hubbub.users", null, users, "Users on line");
  }

  /** Shows the open connections. */
  public void showConnections(Supplier<Number> connections) {
    gauge("hubbub.connections.open", null, connections, "Connections that are open");
  }

  /** Shows when the TLS certificate ends, in seconds since 1970. */
  public void showCertificateEnd(Supplier<Number> endSeconds) {
    gauge(
        "hubbub.tls.certificate.end",
        "seconds",
        endSeconds,
        "When the TLS certificate ends, in seconds since 1970");
  }

  /** Shows the open connections that have not registered yet. */
  public void showUnregistered(Supplier<Number> connections) {
    gauge(
        "hubbub.connections.unregistered",
        null,
        connections,
        "Open connections that have not registered");
  }

  /** Shows whether the server stops: 1 while it delivers what is queued. */
  public void showDraining(BooleanSupplier draining) {
    gauge(
        "hubbub.draining",
        null,
        () -> draining.getAsBoolean() ? 1 : 0,
        "1 while the server stops, 0 before");
  }

  /** Shows the bytes that wait for all receivers together, and how many may. */
  public void showPendingBytes(Supplier<Number> bytes, long bytesMax) {
    gauge("hubbub.pending", "bytes", bytes, "Bytes that wait for all receivers together");
    gauge("hubbub.pending.max", "bytes", () -> bytesMax, "Bytes that may wait for all of them");
  }

  private void bytes(String direction, LongAdder sum) {
    FunctionCounter.builder("hubbub.traffic", sum, LongAdder::sum)
        .description("Bytes read from clients and written to them")
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

  private void gauge(
      String name, @Nullable String unit, Supplier<Number> value, String description) {
    Gauge.builder(name, value).description(description).baseUnit(unit).register(registry);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private <E extends Enum<E>> Map<E, Counter> counters(
      String name, String tag, Class<E> outcomes, String description) {
    Function<E, Counter> counter =
        outcome ->
            Counter.builder(name)
                .description(description)
                .tag(tag, outcome.name().toLowerCase(Locale.ROOT))
                .register(registry);
    return Arrays.stream(outcomes.getEnumConstants())
        .collect(
            Collectors.toMap(
                Function.identity(), counter, (a, b) -> a, () -> new EnumMap<>(outcomes)));
  }
}
