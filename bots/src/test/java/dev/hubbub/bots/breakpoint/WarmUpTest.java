package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.Growth;
import dev.hubbub.bots.LoadGenerator;
import dev.hubbub.bots.StepMeasurement;
import dev.hubbub.bots.StepPlan;
import dev.hubbub.bots.WindowListener;
import dev.hubbub.bots.search.SearchPlan;
import dev.hubbub.measure.GrowPace;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.GeneratorSeries;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.SloLimits;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmUpTest {
  private static final double RATE = 40_000;
  private static final ServerObserver UNSEEN = new ServerObserver(null, null, false, null);

  private final List<Double> rates = new ArrayList<>();

  @Test
  void a_server_that_carries_the_load_is_warm_after_four_windows_that_agree() throws Exception {
    assertThat(warmUp(RATE, window -> 80_000)).isNull();

    assertThat(rates).isEqualTo(Collections.nCopies(4, RATE));
  }

  @Test
  void a_cold_server_is_warmed_at_a_lower_load_which_is_raised_again() throws Exception {
    assertThat(warmUp(RATE, window -> window < 3 ? 15_000 : 80_000)).isNull();

    assertThat(rates).startsWith(RATE, RATE / 2, RATE / 4, RATE / 4, RATE / 4, RATE / 4, RATE / 2);
  }

  @Test
  void a_server_that_does_not_carry_the_load_when_warm_is_left_to_the_search() throws Exception {
    assertThat(warmUp(RATE, window -> 30_000)).isNull();

    assertThat(rates).containsExactly(RATE, RATE / 2, RATE / 2, RATE / 2, RATE / 2, RATE);
  }

  @Test
  void a_server_that_is_broken_at_any_load_but_steadily_so_is_left_to_the_search()
      throws Exception {
    assertThat(warmUp(RATE, window -> 1)).isNull();

    assertThat(rates.getLast()).isEqualTo(RATE / 64);
  }

  @Test
  void a_load_is_not_lowered_so_far_that_a_window_does_not_know_its_latency() throws Exception {
    assertThat(warmUp(100, window -> 1)).isNull();

    assertThat(rates).isEqualTo(List.of(100.0, 50.0, 50.0, 50.0, 50.0));
  }

  @Test
  void a_server_that_wavers_until_the_time_is_up_is_not_steady() throws Exception {
    assertThat(warmUp(RATE, window -> window % 2 == 0 ? 80_000 : 100))
        .startsWith("not steady after a warm-up of 24 s: ")
        .endsWith(", overloaded at 1,250/s");

    assertThat(rates).hasSize(12);
  }

  @ParameterizedTest
  @CsvSource({"RATE, 40000", "USERS, 50"})
  void the_first_load_is_what_runs_whatever_is_searched(Dimension dimension, double rate)
      throws Exception {
    SearchConfig config =
        new SearchConfig(
            dimension,
            new SearchPlan(dimension == Dimension.RATE ? 40_000 : 500, 2, 0.05, null, 40),
            500,
            0.1,
            Samples.config(Duration.ZERO).times(),
            SloLimits.DEFAULT,
            Duration.ofSeconds(24),
            Duration.ZERO);

    new FleetStepRunner(new Load(window -> 80_000), config, UNSEEN, quiet()).warmUp();

    assertThat(rates).containsOnly(rate);
  }

  private @Nullable String warmUp(double rate, IntToDoubleFunction capacityInWindow)
      throws Exception {
    return new WarmUp(new Load(capacityInWindow), UNSEEN, SloLimits.DEFAULT, quiet())
        .run(rate, Duration.ofSeconds(24), Duration.ZERO);
  }

  private static LiveProgress quiet() {
    return new LiveProgress(new PrintWriter(Writer.nullWriter()), false, NanoClock.SYSTEM);
  }

  /** Delivers what a server with that capacity would, at 3 ms, and at 800 ms beyond it. */
  private final class Load implements LoadGenerator {
    private final IntToDoubleFunction capacityInWindow;

    private Load(IntToDoubleFunction capacityInWindow) {
      this.capacityInWindow = capacityInWindow;
    }

    @Override
    public Growth growTo(int target, Duration timeout, IntConsumer progress) {
      return new Growth(
          new ConnectionCounts(target, 0, 0, 0),
          target,
          1,
          new Percentiles(0, null, null, null, null, null, ""),
          null,
          GrowPace.NONE);
    }

    @Override
    public int users() {
      return 500;
    }

    @Override
    public StepMeasurement measure(StepPlan plan, WindowListener listener) {
      double capacity = capacityInWindow.applyAsDouble(rates.size());
      double rate = plan.messagesPerSecond();
      rates.add(rate);
      boolean carried = rate <= capacity;
      double seconds = plan.window().toMillis() / 1e3;
      long all = Math.round(rate * seconds);
      double ms = carried ? 3 : 800;
      Percentiles latency = new Percentiles(all, ms, ms, ms, null, ms, "");
      listener.windowStarted();
      listener.windowEnded();
      return new StepMeasurement(
          users(),
          new MessageCounts(all, all, all, 0, 0, 0, 0, 0),
          0,
          0,
          0,
          !carried,
          latency,
          latency,
          seconds,
          Math.min(rate, capacity),
          0.1,
          1.0,
          0,
          0,
          0,
          1,
          new GeneratorSeries(
              List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
              List.of()),
          List.of());
    }
  }
}
