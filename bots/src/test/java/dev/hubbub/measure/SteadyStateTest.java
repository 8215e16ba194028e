package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.ProcessLoad;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SteadyStateTest {
  private final SteadyState state = new SteadyState(50);

  @Test
  void four_windows_that_agree_are_steady_and_three_are_not() {
    add(1_000, 3.0);
    add(1_010, 3.5);
    add(990, 3.2);
    assertThat(state.unsteady()).isEqualTo("too few windows at that load");
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
      state.add(100, new Percentiles(150, 2.0, p90, null, null, 60.0, ""), ProcessLoad.UNKNOWN);
    }
    assertThat(state.unsteady()).isEqualTo("p90 latency from 10.0 ms to 40.0 ms");
  }

  @Test
  void windows_in_which_nothing_arrives_are_not_steady() {
    for (int i = 0; i < SteadyState.WINDOWS; i++) {
      state.add(0, new Percentiles(0, null, null, null, null, null, ""), ProcessLoad.UNKNOWN);
    }

    assertThat(state.unsteady()).isEqualTo("too few messages in a window to know its latency");
  }

  @Test
  void a_server_whose_compiler_is_at_work_is_not_steady_while_throughput_and_latency_are() {
    addCosts(1, 30, 24, 20, 18);

    assertThat(state.unsteady()).isEqualTo("the server's CPU of a message from 18.0 µs to 30.0 µs");
  }

  @Test
  void a_cost_that_falls_slowly_is_not_steady_though_it_hardly_wavers() {
    addCosts(1, 21.5, 21, 20, 19.5);

    assertThat(state.unsteady()).startsWith("the server's CPU of a message");
  }

  @Test
  void a_cost_that_wavers_without_falling_by_much_is_steady() {
    addCosts(1, 20, 21, 19.5, 20.5);

    assertThat(state.unsteady()).isNull();
  }

  @Test
  void a_cost_that_jumps_up_and_down_is_not_steady() {
    addCosts(1, 20, 30, 20, 30);

    assertThat(state.unsteady()).startsWith("the server's CPU of a message");
  }

  @Test
  void a_difference_below_a_twentieth_of_the_servers_processors_does_not_count() {
    addCosts(0.2, 30, 24, 20, 22);

    assertThat(state.unsteady()).isNull();
  }

  @Test
  void a_server_of_which_one_window_is_unknown_is_judged_without_its_cost() {
    addCosts(1, 60, 40, 20);
    add(1_000, 3.0);

    assertThat(state.unsteady()).isNull();
  }

  private void addCosts(double cpuShare, double... micros) {
    for (double cost : micros) {
      add(1_000, 3.0, new ProcessLoad(cpuShare, null, null, cost, null, null, null, null));
    }
  }

  private void add(double perSecond, @Nullable Double p99Ms) {
    add(perSecond, p99Ms, ProcessLoad.UNKNOWN);
  }

  private void add(double perSecond, @Nullable Double p99Ms, ProcessLoad server) {
    state.add(perSecond, new Percentiles(2_000, 1.0, 2.0, p99Ms, null, 90.0, ""), server);
  }
}
