package dev.hubbub.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.breakpoint.Dimension;
import dev.hubbub.bots.breakpoint.DimensionSearch;
import dev.hubbub.bots.breakpoint.FleetStepRunner;
import dev.hubbub.bots.breakpoint.LiveProgress;
import dev.hubbub.bots.breakpoint.SearchConfig;
import dev.hubbub.bots.breakpoint.ServerObserver;
import dev.hubbub.bots.breakpoint.StepTimes;
import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.bots.engine.ToyServer;
import dev.hubbub.bots.engine.ToyServer.Fate;
import dev.hubbub.bots.remote.WorkerHosts;
import dev.hubbub.bots.search.Attribution;
import dev.hubbub.bots.search.SearchPlan;
import dev.hubbub.cli.HostPort;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.SloLimits;
import dev.hubbub.measure.result.Verdict;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The instrument against toy servers of which is known what it must show, over real sockets.
 *
 * <p>The stalls are a fifth as long and come five times as often as the one second in ten that the
 * method promises; {@code -Dhubbub.instrument.full=true} runs them in full, for half a minute at
 * each rate.
 */
class InstrumentTest {
  private static final boolean FULL = Boolean.getBoolean("hubbub.instrument.full");
  private static final Duration GROWTH_MAX = Duration.ofSeconds(30);
  private static final int USERS = 10;

  @ParameterizedTest
  @ValueSource(ints = {100, 2_000})
  @Timeout(180)
  void a_server_that_stands_still_for_a_tenth_of_the_time_shows_it_at_any_rate(int rate)
      throws Exception {
    Duration stall = Duration.ofMillis(FULL ? 1_000 : 200);
    try (ToyServer server = ToyServer.sound();
        Fleet fleet = Fleet.start(config(server.port()))) {
      fleet.growTo(USERS, GROWTH_MAX, users -> {});
      server.standStill(stall.multipliedBy(10), stall);
      StepMeasurement step =
          fleet.measure(
              new StepPlan(
                  rate, Duration.ZERO, stall.multipliedBy(FULL ? 30 : 22), Duration.ofSeconds(20)),
              new Unwatched());

      // A message that fell due as the stall began waits for all of it but its share of a period.
      double waitMsMin = stall.toMillis() - Math.max(1_000.0 / rate, stall.toMillis() / 20.0);
      assertThat(percentileMs(step.latency().histogram(), 99.9)).isGreaterThan(waitMsMin);
      // Nor much longer than the stall; beside other tests there must be room for their pauses.
      assertThat(percentileMs(step.latency().histogram(), 99.9))
          .isLessThan(stall.toMillis() * (FULL ? 1.5 : 5));
      // A tenth of the messages wait for five hundredths of the stall or more, evenly spread.
      assertThat(percentileMs(step.latency().histogram(), 97))
          .isGreaterThan(stall.toMillis() / 3.0);
      assertThat(step.messages().delivered()).isEqualTo(step.messages().offered());
    }
  }

  @Test
  void every_thousandth_message_dropped_doubled_or_swapped_is_caught_exactly() throws Exception {
    try (ToyServer server = ToyServer.with((number, to) -> fate(number % 1_000));
        Fleet fleet = Fleet.start(config(server.port()))) {
      // Two, so that every other message is of the same pair.
      fleet.growTo(2, GROWTH_MAX, users -> {});
      StepMeasurement step =
          fleet.measure(
              new StepPlan(2_500, Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(8)),
              new Unwatched());

      assertThat(step.messages()).isEqualTo(new MessageCounts(5_000, 5_000, 4_995, 0, 5, 5, 5, 0));
    }
  }

  @Test
  @Timeout(120)
  void a_server_with_a_known_service_time_has_the_capacity_that_arithmetic_gives()
      throws Exception {
    try (ToyServer server = ToyServer.withServiceTime(Duration.ofMillis(2));
        Fleet fleet = Fleet.start(config(server.port()))) {
      DimensionResult result = search(fleet, 300, Duration.ofMillis(1_500), 1_000);

      assertThat(result.held()).isNotNull();
      assertThat(result.held()).isBetween(450.0, 550.0);
      assertThat(result.verdict().kind()).isNotEqualTo(Verdict.Kind.INVALID);
    }
  }

  @Test
  @Timeout(120)
  void a_generator_that_is_slow_on_purpose_gives_a_lower_bound_and_no_capacity() throws Exception {
    // Whoever asks for the time keeps the event loop busy, and a message asks several times.
    NanoClock busy =
        () -> {
          long untilNs = System.nanoTime() + 150_000;
          while (System.nanoTime() - untilNs < 0) {
            Thread.onSpinWait();
          }
          return System.nanoTime();
        };
    try (ToyServer server = ToyServer.sound();
        EngineLoad slow = new EngineLoad(server.port(), busy)) {
      DimensionResult result = search(slow, 100, Duration.ofSeconds(1), 200);

      assertThat(result.verdict().kind()).isEqualTo(Verdict.Kind.AT_LEAST);
      assertThat(result.verdict().reason()).contains("the generator: ");
      assertThat(result.breakingPoint()).as("of the server").isNull();
    }
  }

  private static DimensionResult search(
      LoadGenerator load, long start, Duration window, double p99MsMax) throws Exception {
    StepTimes times = new StepTimes(Duration.ofMillis(300), window, window, Duration.ofSeconds(20));
    SearchConfig config =
        new SearchConfig(
            Dimension.RATE,
            new SearchPlan(start, 2, 0.05, null, 40),
            USERS,
            0.1,
            times,
            new SloLimits(0.001, 0.99, p99MsMax),
            Duration.ZERO,
            Duration.ofMinutes(2));
    LiveProgress progress =
        new LiveProgress(new PrintWriter(Writer.nullWriter()), false, NanoClock.SYSTEM);
    FleetStepRunner runner =
        new FleetStepRunner(load, config, new ServerObserver(null, null, false, null), progress);
    DimensionSearch search =
        new DimensionSearch(
            config, runner, new Attribution(null, null), progress, System::nanoTime);
    search.run();
    return search.result("");
  }

  private static Fate fate(int number) {
    return switch (number) {
      case 100 -> Fate.DROP;
      case 300 -> Fate.TWICE;
      case 500 -> Fate.AFTER_NEXT;
      default -> Fate.PASS;
    };
  }

  // By the library alone, as anybody may who has a result.
  private static double percentileMs(String encoded, double percentile) throws DataFormatException {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
    long ns =
        Histogram.decodeFromCompressedByteBuffer(bytes, TimeUnit.HOURS.toNanos(1))
            .getValueAtPercentile(percentile);
    return ns / 1e6;
  }

  private static FleetConfig config(int port) {
    return new FleetConfig(
        List.of(new HostPort("127.0.0.1", port)),
        Protocol.HUBBUB,
        42,
        64,
        Duration.ofSeconds(20),
        List.of(),
        WorkerHosts.NONE);
  }

  private static final class Unwatched implements WindowListener {
    @Override
    public void windowStarted() {}

    @Override
    public void windowEnded() {}
  }
}
