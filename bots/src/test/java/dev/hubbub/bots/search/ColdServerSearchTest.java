package dev.hubbub.bots.search;

import static dev.hubbub.bots.search.SimulatedServer.heldIf;
import static dev.hubbub.bots.search.SimulatedServer.plan;
import static dev.hubbub.bots.search.SimulatedServer.withCapacity;
import static dev.hubbub.bots.search.SimulatedServer.withCliffAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.search.SearchOutcome.End;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that fail at the first load, for good or until they are warm. */
class ColdServerSearchTest {
  @Test
  void a_server_broken_from_the_start_is_tried_down_to_a_64th_and_has_no_capacity() {
    SimulatedServer server = withCliffAt(0);

    SearchOutcome outcome = server.search(plan(6_400, null));

    assertThat(server.trace())
        .containsExactly(
            "ramp 6400",
            "ramp 6400",
            "ramp 3200",
            "ramp 1600",
            "ramp 800",
            "ramp 400",
            "ramp 200",
            "ramp 100",
            "ramp 100");
    assertThat(outcome)
        .isEqualTo(new SearchOutcome(End.BROKEN_FROM_START, null, false, 100L, null, null, 0));
  }

  @ParameterizedTest
  @ValueSource(longs = {101, 160, 777, 1_000, 3_199, 3_200, 6_399})
  void a_capacity_far_below_the_start_is_found(long cliff) {
    SearchOutcome outcome = withCliffAt(cliff).search(plan(6_400, null));

    assertThat(outcome.end()).isEqualTo(End.NARROWED);
    assertThat(outcome.held()).isBetween((long) (cliff * 0.95) - 1, cliff);
    assertThat(outcome.broken()).isBetween(cliff + 1, (long) (cliff * 1.06) + 1);
  }

  @Test
  void a_search_never_goes_down_to_a_single_user_who_has_nobody_to_write_to() {
    SimulatedServer server = withCliffAt(0);

    server.search(plan(10, null));

    assertThat(server.trace()).containsExactly("ramp 10", "ramp 10", "ramp 5", "ramp 2", "ramp 2");
  }

  @Test
  void a_ceiling_under_the_start_that_does_not_hold_is_halved_too() {
    SimulatedServer server = withCliffAt(6_000);

    SearchOutcome outcome = server.search(plan(50_000, new Ceiling(19_904, "the server is full")));

    assertThat(server.trace())
        .startsWith("ceiling 19904", "ceiling 19904", "ramp 9952", "ramp 4976");
    assertThat(outcome.held()).isBetween(5_700L, 6_000L);
  }

  @Test
  void a_server_that_is_cold_for_its_first_steps_is_found_with_its_warm_capacity() {
    SimulatedServer server = withCapacity(before -> before < 4 ? 25_000 : 85_000);

    SearchOutcome outcome = server.search(plan(40_000, null));

    assertThat(server.trace())
        .startsWith(
            "ramp 40000",
            "ramp 40000",
            "ramp 20000",
            "bisect 30000",
            "bisect 25000",
            "bisect 27500",
            "bisect 28750",
            "bisect 30000",
            "bisect 35000",
            "bisect 37500",
            "bisect 38750",
            "ramp 40000",
            "ramp 80000");
    assertThat(outcome.end()).isEqualTo(End.NARROWED);
    assertThat(outcome.held()).isBetween(80_750L, 85_000L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2, 3, 4})
  void a_server_that_warms_with_the_steps_is_found_with_its_warm_capacity(double pace) {
    SimulatedServer server = withCapacity(before -> 85_000 * (1 - 0.9 * Math.exp(-before / pace)));

    SearchOutcome outcome = server.search(plan(40_000, null));

    assertThat(outcome.end()).as("%s %s", outcome, server.trace()).isEqualTo(End.NARROWED);
    assertThat(outcome.held()).as("%s", server.trace()).isBetween(80_000L, 85_000L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 6, 8, 12, 20})
  void a_server_that_warms_slowly_is_not_called_unsteady(double pace) {
    SimulatedServer server = withCapacity(before -> 85_000 * (1 - 0.9 * Math.exp(-before / pace)));

    SearchOutcome outcome = server.search(plan(40_000, null));

    double whenConfirmed = 85_000 * (1 - 0.9 * Math.exp(-(server.steps.size() - 1) / pace));
    assertThat(outcome.end()).as("%s", server.trace()).isEqualTo(End.NARROWED);
    assertThat((double) Objects.requireNonNull(outcome.held()))
        .as("%s", server.trace())
        .isBetween(whenConfirmed * 0.85, whenConfirmed);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_ramp_that_outruns_a_cold_server_goes_on_once_that_is_warm(int coldSteps) {
    SimulatedServer server = withCapacity(before -> before < coldSteps ? 1_000 : 85_000);

    SearchOutcome outcome = server.search(plan(500, null));

    assertThat(outcome.held()).as("%s", server.trace()).isBetween(80_750L, 85_000L);
  }

  @Test
  void a_start_that_failed_twice_before_lower_loads_held_is_no_breaking_point_untried() {
    SimulatedServer server = withCapacity(before -> before < 2 ? 30_000 : 85_000);

    SearchOutcome outcome = server.search(plan(40_000, null));

    assertThat(server.trace())
        .startsWith(
            "ramp 40000",
            "ramp 40000",
            "ramp 20000",
            "bisect 30000",
            "bisect 35000",
            "bisect 37500",
            "bisect 38750",
            "ramp 40000",
            "ramp 80000");
    assertThat(outcome.hiccups()).isEqualTo(1);
  }

  @Test
  void failures_that_repeat_after_the_server_was_seen_to_be_warm_are_unsteady() {
    Set<Long> tried = new HashSet<>();
    SimulatedServer server =
        new SimulatedServer((step, before) -> heldIf(!tried.add(step.target()), step));

    assertThat(server.search(plan(100, null)).end()).isEqualTo(End.UNSTEADY);
  }
}
