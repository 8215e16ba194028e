package dev.hubbub.bots.search;

import static dev.hubbub.bots.search.SimulatedServer.heldIf;
import static dev.hubbub.bots.search.SimulatedServer.withCliffAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.bots.search.Move.Finished;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.Observation.Outcome;
import dev.hubbub.bots.search.SearchOutcome.End;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacitySearchTest {
  private static final Ceiling FULL = new Ceiling(19_904, "the server is full");

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
  void a_server_broken_from_the_start_is_tried_twice_and_has_no_capacity() {
    SimulatedServer server = withCliffAt(0);

    SearchOutcome outcome = server.search(plan(100, null));

    assertThat(server.trace()).containsExactly("ramp 100", "ramp 100");
    assertThat(outcome)
        .isEqualTo(new SearchOutcome(End.BROKEN_FROM_START, null, false, 100L, null, null, 0));
  }

  @Test
  void a_known_ceiling_is_tried_exactly_and_holding_it_ends_the_ramp() {
    SimulatedServer server = withCliffAt(Long.MAX_VALUE);

    SearchOutcome outcome = server.search(plan(5_000, FULL));

    assertThat(server.trace())
        .containsExactly("ramp 5000", "ramp 10000", "ceiling 19904", "confirm 19904");
    assertThat(outcome)
        .isEqualTo(new SearchOutcome(End.CEILING_HELD, 19_904L, true, null, null, FULL, 0));
  }

  @Test
  void a_ceiling_under_the_start_is_the_first_step() {
    SimulatedServer server = withCliffAt(Long.MAX_VALUE);

    server.search(plan(50_000, FULL));

    assertThat(server.trace()).containsExactly("ceiling 19904", "confirm 19904");
  }

  @Test
  void a_server_that_breaks_under_its_ceiling_is_narrowed_as_if_there_were_none() {
    SearchOutcome outcome = withCliffAt(12_345).search(plan(1_000, FULL));

    assertThat(outcome.end()).isEqualTo(End.NARROWED);
    assertThat(outcome.held()).isBetween(11_700L, 12_345L);
  }

  @Test
  void a_ceiling_learned_on_the_way_is_confirmed_without_asking_for_more_again() {
    SimulatedServer server =
        new SimulatedServer((step, before) ->
            step.target() > 19_904
                ? new Observation(19_904, Outcome.HELD, FULL)
                : heldIf(true, step));

    SearchOutcome outcome = server.search(plan(8_000, null));

    assertThat(server.trace())
        .containsExactly("ramp 8000", "ramp 16000", "ramp 32000", "confirm 19904");
    assertThat(outcome.end()).isEqualTo(End.CEILING_HELD);
    assertThat(outcome.ceiling()).isEqualTo(FULL);
  }

  @Test
  void a_failure_of_the_generator_is_never_the_breaking_point() {
    SimulatedServer server =
        new SimulatedServer((step, before) ->
            step.target() > 1_000
                ? new Observation(step.target(), Outcome.GENERATOR_LIMITED, null)
                : heldIf(true, step));

    SearchOutcome outcome = server.search(plan(100, null));

    assertThat(outcome.end()).isEqualTo(End.GENERATOR_LIMIT);
    assertThat(outcome.held()).isBetween(950L, 1_000L);
    assertThat(outcome.broken()).isNull();
    assertThat(outcome.limited()).isGreaterThan(1_000L);
  }

  @Test
  void a_failure_of_the_server_below_one_of_the_generator_is_the_breaking_point() {
    SimulatedServer server =
        new SimulatedServer((step, before) ->
            step.target() > 1_500
                ? new Observation(step.target(), Outcome.GENERATOR_LIMITED, null)
                : heldIf(step.target() <= 1_000, step));

    SearchOutcome outcome = server.search(plan(100, null));

    assertThat(outcome.end()).isEqualTo(End.NARROWED);
    assertThat(outcome.broken()).isBetween(1_001L, 1_050L);
  }

  @Test
  void when_time_runs_short_the_best_load_so_far_is_confirmed() {
    CapacitySearch search = new CapacitySearch(plan(100, null));
    search.after(new Observation(100, Outcome.HELD, null));

    assertThat(search.hurry()).isEqualTo(new Step(Phase.CONFIRM, 100));
    assertThat(search.after(new Observation(100, Outcome.HELD, null)))
        .isEqualTo(
            new Finished(new SearchOutcome(End.OUT_OF_TIME, 100L, true, null, null, null, 0)));
  }

  @Test
  void when_time_runs_short_before_a_load_held_there_is_nothing_to_confirm() {
    CapacitySearch search = new CapacitySearch(plan(100, null));

    assertThat(search.hurry())
        .isEqualTo(
            new Finished(new SearchOutcome(End.OUT_OF_TIME, null, false, null, null, null, 0)));
  }

  @Test
  void when_it_is_stopped_the_best_load_so_far_is_unconfirmed() {
    CapacitySearch search = new CapacitySearch(plan(100, null));
    search.after(new Observation(100, Outcome.HELD, null));
    search.after(new Observation(200, Outcome.FAILED, null));

    assertThat(search.stop(End.STOPPED))
        .isEqualTo(new SearchOutcome(End.STOPPED, 100L, false, 200L, null, null, 0));
  }

  @Test
  void when_time_is_up_a_confirmation_that_proved_nothing_takes_nothing_back() {
    CapacitySearch search = new CapacitySearch(plan(100, null));
    search.after(new Observation(100, Outcome.HELD, null));
    search.after(new Observation(200, Outcome.HELD, null));
    search.hurry();

    assertThat(search.after(new Observation(200, Outcome.GENERATOR_LIMITED, null)))
        .isEqualTo(
            new Finished(new SearchOutcome(End.OUT_OF_TIME, 200L, false, null, 200L, null, 0)));
  }

  @Test
  void when_time_is_up_a_confirmation_that_failed_takes_its_load_back() {
    CapacitySearch search = new CapacitySearch(plan(100, null));
    search.after(new Observation(100, Outcome.HELD, null));
    search.after(new Observation(200, Outcome.HELD, null));
    search.hurry();

    assertThat(search.after(new Observation(200, Outcome.FAILED, null)))
        .isEqualTo(
            new Finished(new SearchOutcome(End.OUT_OF_TIME, 100L, false, 200L, null, null, 0)));
  }

  @Test
  void a_plan_that_could_not_end_is_refused() {
    assertThatThrownBy(() -> new SearchPlan(100, 1, 0.05, null, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("factor 1.0");
    assertThatThrownBy(() -> new SearchPlan(0, 2, 0.05, null, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SearchPlan plan(long start, @Nullable Ceiling ceiling) {
    return new SearchPlan(start, 2, 0.05, ceiling, 100);
  }
}
