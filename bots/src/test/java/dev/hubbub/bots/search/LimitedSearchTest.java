package dev.hubbub.bots.search;

import static dev.hubbub.bots.search.SimulatedServer.heldIf;
import static dev.hubbub.bots.search.SimulatedServer.plan;
import static dev.hubbub.bots.search.SimulatedServer.withCliffAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.search.Observation.Outcome;
import dev.hubbub.bots.search.SearchOutcome.End;
import org.junit.jupiter.api.Test;

/** Ceilings, and a generator at its limit. */
class LimitedSearchTest {
  private static final Ceiling FULL = new Ceiling(19_904, "the server is full");

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
}
