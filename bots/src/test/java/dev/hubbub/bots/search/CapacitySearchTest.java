package dev.hubbub.bots.search;

import static dev.hubbub.bots.search.SimulatedServer.plan;
import static dev.hubbub.bots.search.SimulatedServer.withCliffAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.bots.search.SearchOutcome.End;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacitySearchTest {
  @Test
  void a_cliff_is_ramped_to_then_narrowed_then_confirmed() {
    SimulatedServer server = withCliffAt(1_300);

    SearchOutcome outcome = server.search(plan(100, null));

    assertThat(server.trace())
        .containsExactly(
            "ramp 100",
            "ramp 200",
            "ramp 400",
            "ramp 800",
            "ramp 1600",
            "bisect 1200",
            "bisect 1400",
            "bisect 1300",
            "bisect 1350",
            "bisect 1350",
            "confirm 1300");
    assertThat(outcome)
        .isEqualTo(new SearchOutcome(End.NARROWED, 1_300L, true, 1_350L, null, null, 0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 99, 100, 101, 1_000, 54_321, 1_000_000})
  void a_cliff_is_found_within_the_tolerance_wherever_it_is(long cliff) {
    SearchOutcome outcome = withCliffAt(cliff).search(plan(1, null));

    long held = Objects.requireNonNull(outcome.held());
    long broken = Objects.requireNonNull(outcome.broken());
    assertThat(outcome.end()).isEqualTo(End.NARROWED);
    assertThat(held).isLessThanOrEqualTo(cliff);
    assertThat(broken).isGreaterThan(cliff);
    assertThat(broken - held).isLessThanOrEqualTo((long) Math.max(1, broken * 0.05));
  }

  @Test
  void a_wider_tolerance_takes_fewer_steps() {
    SimulatedServer quick = withCliffAt(1_300);
    quick.search(new SearchPlan(100, 2, 0.2, null, 100));
    SimulatedServer slow = withCliffAt(1_300);
    slow.search(plan(100, null));

    assertThat(quick.steps).hasSizeLessThan(slow.steps.size());
  }

  @Test
  void a_server_that_never_breaks_ends_with_the_budget_of_steps() {
    SimulatedServer server = withCliffAt(Long.MAX_VALUE);

    SearchOutcome outcome = server.search(new SearchPlan(100, 2, 0.05, null, 12));

    assertThat(outcome.end()).isEqualTo(End.OUT_OF_STEPS);
    assertThat(server.steps).hasSize(12);
    assertThat(outcome.held()).isEqualTo(100 << 11);
    assertThat(outcome.confirmed()).isFalse();
  }

  @Test
  void a_plan_that_could_not_end_is_refused() {
    assertThatThrownBy(() -> new SearchPlan(100, 1, 0.05, null, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("factor 1.0");
    assertThatThrownBy(() -> new SearchPlan(0, 2, 0.05, null, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
