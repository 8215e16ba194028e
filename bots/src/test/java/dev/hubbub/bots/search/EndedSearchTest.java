package dev.hubbub.bots.search;

import static dev.hubbub.bots.search.SimulatedServer.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.search.Move.Finished;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.Observation.Outcome;
import dev.hubbub.bots.search.SearchOutcome.End;
import org.junit.jupiter.api.Test;

/** Searches that are ended before their own end. */
class EndedSearchTest {
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
  void when_time_runs_short_before_a_load_was_tried_there_is_nothing_to_confirm() {
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
  void when_time_runs_short_and_nothing_held_the_lowest_load_is_tried_instead() {
    CapacitySearch search = new CapacitySearch(plan(6_400, null));
    search.after(new Observation(6_400, Outcome.FAILED, null));
    search.after(new Observation(6_400, Outcome.FAILED, null));

    assertThat(search.hurry()).isEqualTo(new Step(Phase.CONFIRM, 100));
    assertThat(search.after(new Observation(100, Outcome.FAILED, null)))
        .isEqualTo(
            new Finished(
                new SearchOutcome(End.BROKEN_FROM_START, null, false, 100L, null, null, 0)));
  }

  @Test
  void when_time_runs_short_and_the_lowest_load_holds_that_is_what_is_known() {
    CapacitySearch search = new CapacitySearch(plan(6_400, null));
    search.after(new Observation(6_400, Outcome.FAILED, null));
    search.hurry();

    assertThat(search.after(new Observation(100, Outcome.HELD, null)))
        .isEqualTo(
            new Finished(new SearchOutcome(End.OUT_OF_TIME, 100L, true, 6_400L, null, null, 0)));
  }
}
