package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.bots.WorkerLostException;
import dev.hubbub.bots.search.Attribution;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.StepOutcome;
import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.measure.result.Verdict.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DimensionSearchTest {
  private static final long CLIFF = 1_000;

  private final List<String> heard = new ArrayList<>();
  private final List<SearchStatus> statuses = new ArrayList<>();
  private long nowNs;

  @Test
  void a_search_with_time_enough_ends_with_a_confirmed_capacity() throws Exception {
    DimensionSearch search = search(Duration.ofMinutes(10), this::runOnTheClock);

    search.run();

    DimensionResult result = search.result("");
    assertThat(result.dimension()).isEqualTo("rate");
    assertThat(result.held()).isBetween(950.0, 1_000.0);
    assertThat(result.verdict()).isEqualTo(new Verdict(Kind.VALID, "the server was the limit"));
    assertThat(result.breakingPoint())
        .isNotNull()
        .extracting(BreakingPoint::cause)
        .isEqualTo("p99 latency 83 ms over 50 ms; server CPU at 99 % of 1 core");
    assertThat(result.fixed()).isEqualTo("500 users");
    assertThat(result.steps().getLast().phase()).isEqualTo("confirm");
  }

  @Test
  void a_search_never_outlasts_its_budget() throws Exception {
    DimensionSearch search = search(Duration.ofSeconds(25), this::runOnTheClock);

    search.run();

    assertThat(Duration.ofNanos(nowNs)).isLessThanOrEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void a_budget_that_runs_out_confirms_what_held_and_says_so() throws Exception {
    DimensionSearch search = search(Duration.ofSeconds(25), this::runOnTheClock);

    search.run();

    DimensionResult result = search.result("");
    assertThat(result.held()).isEqualTo(800.0);
    assertThat(result.verdict())
        .isEqualTo(
            new Verdict(Kind.AT_LEAST, "its time budget of 25 s ran out before it was narrowed"));
    assertThat(result.steps())
        .extracting(StepResult::phase)
        .containsExactly("ramp", "ramp", "ramp", "ramp", "ramp", "confirm");
  }

  @Test
  void a_budget_too_short_for_a_step_concludes_nothing() throws Exception {
    DimensionSearch search = search(Duration.ofSeconds(2), this::runOnTheClock);

    search.run();

    assertThat(search.result("").held()).isNull();
    assertThat(search.result("").verdict().kind()).isEqualTo(Kind.INVALID);
    assertThat(search.steps()).isZero();
  }

  @Test
  void a_search_that_is_interrupted_keeps_the_steps_that_it_ran() {
    DimensionSearch search =
        search(
            Duration.ofMinutes(10),
            step -> {
              if (step.target() == 400) {
                throw new InterruptedException();
              }
              return runOnTheClock(step);
            });

    assertThatThrownBy(search::run).isInstanceOf(InterruptedException.class);

    DimensionResult result = search.result("interrupted");
    assertThat(result.steps()).hasSize(2);
    assertThat(result.held()).isEqualTo(200.0);
    assertThat(result.verdict().reason())
        .isEqualTo(
            "interrupted before the server failed at a load; not confirmed over the longer window");
  }

  @Test
  void a_step_that_can_not_be_run_ends_the_search_with_its_error() {
    DimensionSearch search =
        search(
            Duration.ofMinutes(10),
            step -> {
              throw new IOException("Connection refused");
            });

    assertThatThrownBy(search::run)
        .isInstanceOf(IOException.class)
        .hasMessage("Connection refused");
    assertThat(search.result("Connection refused").verdict())
        .isEqualTo(new Verdict(Kind.INVALID, "Connection refused before a load had held"));
  }

  @Test
  void a_search_that_loses_a_worker_is_invalid_whatever_held_before() {
    DimensionSearch search =
        search(
            Duration.ofMinutes(10),
            step -> {
              if (step.target() == 400) {
                throw new WorkerLostException(1, "it closed the connection");
              }
              return runOnTheClock(step);
            });

    assertThatThrownBy(search::run).isInstanceOf(WorkerLostException.class);

    DimensionResult result = search.result("worker 1 was lost: it closed the connection");
    assertThat(result.steps()).hasSize(2);
    assertThat(result.held()).isNull();
    assertThat(result.verdict())
        .isEqualTo(new Verdict(Kind.INVALID, "worker 1 was lost: it closed the connection"));
  }

  @Test
  void every_step_is_announced_and_reported() throws Exception {
    search(Duration.ofSeconds(25), this::runOnTheClock).run();

    assertThat(heard).startsWith("start 1", "end 1", "start 2", "end 2");
  }

  @Test
  void each_step_begins_with_what_is_known_and_with_the_time_that_is_left() throws Exception {
    search(Duration.ofMinutes(10), this::runOnTheClock).run();

    assertThat(statuses.getFirst())
        .isEqualTo(new SearchStatus(Kind.INVALID, null, null, 0, Duration.ofMinutes(10)));
    assertThat(statuses.get(4).verdict()).isEqualTo(Kind.AT_LEAST);
    assertThat(statuses.get(4).held()).isEqualTo(800);
    assertThat(statuses.get(5).broken()).isEqualTo(1_600);
    assertThat(statuses.get(5).left()).isLessThan(Duration.ofMinutes(10));
  }

  private DimensionSearch search(Duration budget, StepRunner runner) {
    SearchListener listener =
        new SearchListener() {
          @Override
          public void stepStarted(int number, Dimension dimension, Step step, SearchStatus status) {
            heard.add("start " + number);
            statuses.add(status);
          }

          @Override
          public void stepEnded(int number, Dimension dimension, StepOutcome outcome) {
            heard.add("end " + number);
          }
        };
    return new DimensionSearch(
        Samples.config(budget), runner, new Attribution(1.0, null), listener, () -> nowNs);
  }

  // A step takes its settling, its window and half a second.
  private StepOutcome runOnTheClock(Step step) {
    nowNs += Samples.config(Duration.ZERO).times().least(step.phase()).plusMillis(500).toNanos();
    return Samples.outcome(step.phase().text(), step.target(), step.target() <= CLIFF);
  }
}
