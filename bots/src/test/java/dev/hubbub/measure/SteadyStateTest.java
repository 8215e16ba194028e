package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.Percentiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SteadyStateTest {
  private final SteadyState state = new SteadyState(50);

  @Test
  void four_windows_that_agree_are_steady_and_three_are_not() {
    add(1_000, 3.0);
    add(1_010, 3.5);
    add(990, 3.2);
    assertThat(state.unsteady()).isEqualTo("only 3 windows ran");
    add(1_000, 3.1);

    assertThat(state.unsteady()).isNull();
  }

  @Test
  void only_the_last_windows_count() {
    add(400, 80.0);
    add(900, 20.0);
    for (int i = 0; i < SteadyState.WINDOWS; i++) {
      add(1_000, 3.0);
    }

    assertThat(state.unsteady()).isNull();
  }

  @Test
  void throughput_that_climbs_is_not_steady() {
    add(800, 3.0);
    add(900, 3.0);
    add(1_000, 3.0);
    add(1_100, 3.0);

    assertThat(state.unsteady()).isEqualTo("throughput from 800/s to 1,100/s");
  }

  @Test
  void latency_that_climbs_is_not_steady() {
    add(1_000, 10.0);
    add(1_000, 13.0);
    add(1_000, 16.0);
    add(1_000, 19.0);

    assertThat(state.unsteady()).isEqualTo("p99 latency from 10.0 ms to 19.0 ms");
  }

  @Test
  void latency_that_wavers_by_less_than_a_tenth_of_the_slo_is_steady() {
    add(1_000, 0.4);
    add(1_000, 5.3);
    add(1_000, 0.5);
    add(1_000, 2.0);

    assertThat(state.unsteady()).isNull();
  }

  @Test
  void where_a_window_is_too_small_for_its_p99_a_lower_percentile_is_asked() {
    for (double p90 : new double[] {10, 11, 10, 40}) {
      state.add(100, new Percentiles(150, 2.0, p90, null, null, 60.0, ""));
    }
    assertThat(state.unsteady()).isEqualTo("p90 latency from 10.0 ms to 40.0 ms");
  }

  @Test
  void windows_in_which_nothing_arrives_are_not_steady() {
    for (int i = 0; i < SteadyState.WINDOWS; i++) {
      state.add(0, new Percentiles(0, null, null, null, null, null, ""));
    }

    assertThat(state.unsteady()).isEqualTo("too few messages in a window to know its latency");
  }

  private void add(double perSecond, @Nullable Double p99Ms) {
    state.add(perSecond, new Percentiles(2_000, 1.0, 2.0, p99Ms, null, 90.0, ""));
  }
}
