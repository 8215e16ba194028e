package dev.hubbub.bots.search;

import static dev.hubbub.bots.search.SimulatedServer.heldIf;
import static dev.hubbub.bots.search.SimulatedServer.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.search.SearchOutcome.End;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do not answer the same load the same way each time. */
class NoisyServerSearchTest {
  private static final Ceiling FULL = new Ceiling(19_904, "the server is full");

  @Test
  void a_slope_on_which_longer_windows_fail_earlier_backs_off_until_one_is_confirmed() {
    SimulatedServer server =
        new SimulatedServer((step, before) ->
            heldIf(step.target() <= (step.phase() == Phase.CONFIRM ? 900 : 1_000), step));

    SearchOutcome outcome = server.search(plan(100, null));

    assertThat(outcome.end()).isEqualTo(End.NARROWED);
    assertThat(outcome.confirmed()).isTrue();
    assertThat(outcome.held()).isBetween(800L, 900L);
    assertThat(outcome.broken()).isBetween(901L, 1_000L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_slope_on_which_failures_grow_likelier_gives_a_load_on_it_or_none(long seed) {
    Random chance = new Random(seed);
    SimulatedServer server =
        new SimulatedServer(
            (step, before) -> heldIf(chance.nextDouble() >= (step.target() - 900) / 200.0, step));

    SearchOutcome outcome = server.search(plan(100, null));

    assertThat(outcome.held() == null || (outcome.held() >= 700 && outcome.held() <= 1_100))
        .as("%s", outcome)
        .isTrue();
  }

  @Test
  void a_single_failure_that_does_not_repeat_is_no_breaking_point() {
    SimulatedServer server =
        new SimulatedServer((step, before) -> heldIf(before != 2 && step.target() <= 3_000, step));

    SearchOutcome outcome = server.search(plan(100, null));

    assertThat(outcome.held()).isBetween(2_850L, 3_000L);
    assertThat(outcome.hiccups()).isEqualTo(1);
  }

  @Test
  void a_single_failure_of_the_confirmation_is_repeated_before_it_counts() {
    SimulatedServer server =
        new SimulatedServer(
            (step, before) -> heldIf(step.phase() != Phase.CONFIRM || before == 6, step));

    SearchOutcome outcome = server.search(plan(10_000, FULL));

    assertThat(server.trace())
        .containsExactly(
            "ramp 10000",
            "ceiling 19904",
            "confirm 19904",
            "confirm 19904",
            "confirm 18908",
            "confirm 18908",
            "confirm 17017");
    assertThat(outcome.held()).isEqualTo(17_017);
  }

  @Test
  void a_server_that_flaps_is_called_unsteady_and_gets_no_number() {
    SimulatedServer server =
        new SimulatedServer(
            (step, before) -> heldIf(step.phase() != Phase.CONFIRM && step.target() < 1_000, step));

    SearchOutcome outcome = server.search(plan(100, null));

    assertThat(outcome.end()).isEqualTo(End.UNSTEADY);
    assertThat(outcome.held()).isNull();
    assertThat(server.confirmations()).isLessThanOrEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_server_that_holds_by_chance_never_keeps_the_search_going(long seed) {
    Random chance = new Random(seed);
    SimulatedServer server =
        new SimulatedServer((step, before) -> heldIf(chance.nextBoolean(), step));

    server.search(new SearchPlan(100, 2, 0.05, null, 60));

    assertThat(server.steps).hasSizeLessThanOrEqualTo(60);
  }

  @Test
  void a_server_that_degrades_with_time_is_not_credited_with_what_it_held_when_fresh() {
    SimulatedServer server =
        new SimulatedServer(
            (step, before) -> heldIf(step.target() <= 10_000 * Math.pow(0.9, before), step));

    SearchOutcome outcome = server.search(plan(100, null));

    double heldWhenConfirmed = 10_000 * Math.pow(0.9, server.steps.size() - 1);
    assertThat(outcome.held() == null || outcome.held() <= heldWhenConfirmed).isTrue();
  }
}
