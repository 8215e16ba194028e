package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.Growth;
import dev.hubbub.bots.LoadGenerator;
import dev.hubbub.bots.StepMeasurement;
import dev.hubbub.bots.StepPlan;
import dev.hubbub.bots.WindowListener;
import dev.hubbub.measure.NanoClock;
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

class WarmUpTest {
  private static final double RATE = 40_000;

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
        .startsWith("not steady after a warm-up of 24 s: ");

    assertThat(rates).hasSize(12);
  }

  private @Nullable String warmUp(double rate, IntToDoubleFunction capacityInWindow)
      throws Exception {
    LiveProgress progress =
        new LiveProgress(new PrintWriter(Writer.nullWriter()), false, NanoClock.SYSTEM);
    ServerObserver unseen = new ServerObserver(null, null, false, null);
    return new WarmUp(new Load(capacityInWindow), unseen, SloLimits.DEFAULT, progress)
        .run(rate, Duration.ofSeconds(24), Duration.ZERO);
  }

  /** Delivers what a server with that capacity would, at 3 ms, and at 800 ms beyond it. */
  private final class Load implements LoadGenerator {
    private final IntToDoubleFunction capacityInWindow;

    private Load(IntToDoubleFunction capacityInWindow) {
      this.capacityInWindow = capacityInWindow;
    }

    @Override
    public Growth growTo(int target, Duration timeout, IntConsumer progress) {
      throw new AssertionError("the users are registered already");
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
