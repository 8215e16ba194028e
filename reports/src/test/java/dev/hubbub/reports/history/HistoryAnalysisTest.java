package dev.hubbub.reports.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.history.Difference.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryAnalysisTest {
  private static final double[] NOISE = {0, 3, -4, 1, -2, 4, -1, 2, -3, 0, 5, -5, 2, -1, 1, -2};

  @Test
  void noise_is_no_change() {
    History history = analysis(level(16, 20_000));

    assertThat(history.words()).isEqualTo("no change beyond noise");
    assertThat(difference(history).kind()).isEqualTo(Kind.NONE);
    assertThat(history.isRegression()).isFalse();
    assertThat(history.runs()).isEqualTo(16);
    assertThat(history.alike()).isEqualTo(16);
  }

  @Test
  void a_lower_level_is_a_regression_since_the_run_that_began_it() {
    History history = analysis(join(level(12, 20_000), level(6, 17_000)));

    assertThat(history.isRegression()).isTrue();
    assertThat(difference(history).share()).isCloseTo(-0.15, within(0.02));
    assertThat(history.words())
        .matches("Users: 1\\d(\\.\\d)? % fewer since run run-12, revision revision-12 \\(p .*\\)");
  }

  @Test
  void a_higher_level_is_better_where_more_is_better() {
    History history = analysis(join(level(12, 20_000), level(6, 24_000)));

    assertThat(difference(history).kind()).isEqualTo(Kind.BETTER);
    assertThat(history.isRegression()).isFalse();
  }

  @Test
  void a_higher_cost_is_worse() {
    double[] micros = join(level(12, 20_000), level(6, 24_000));
    List<HistoryRun> runs = new ArrayList<>();
    for (int night = 0; night < micros.length; night++) {
      runs.add(
          Kept.run(
              night, new Figure(Metric.CPU.key(), micros[night], Verdict.Kind.VALID, List.of())));
    }

    History history = HistoryAnalysis.of(runs, runs.getLast());

    assertThat(history.isRegression()).isTrue();
    assertThat(history.words()).startsWith("Processor time of a message: ").contains(" more since");
  }

  @Test
  void one_run_far_outside_of_the_noise_is_told_of_at_once() {
    History history = analysis(join(level(12, 20_000), level(1, 10_000)));

    assertThat(history.words()).contains("fewer since run run-12");
    assertThat(history.isRegression()).isTrue();
  }

  @Test
  void it_stays_told_of_in_the_runs_after_it() {
    for (int runs = 1; runs <= 8; runs++) {
      assertThat(analysis(join(level(12, 20_000), level(runs, 10_000))).isRegression())
          .as("after %d runs", runs)
          .isTrue();
    }
  }

  @Test
  void a_single_bad_run_is_forgotten_when_the_next_is_good() {
    assertThat(analysis(join(level(12, 20_000), level(1, 10_000), level(1, 20_000))).words())
        .isEqualTo("no change beyond noise");
  }

  @Test
  void what_changed_long_ago_is_the_baseline() {
    History history = analysis(join(level(12, 20_000), level(Baseline.RUNS_BACK + 1, 17_000)));

    assertThat(history.words()).isEqualTo("no change beyond noise");
    assertThat(history.trends().getFirst().changes())
        .singleElement()
        .satisfies(change -> assertThat(change.index()).isEqualTo(12))
        .satisfies(change -> assertThat(change.worse()).isTrue())
        .satisfies(change -> assertThat(change.share()).isCloseTo(-0.15, within(0.02)));
  }

  @Test
  void a_dip_that_was_taken_back_is_no_change() {
    double[] values = join(level(12, 20_000), level(5, 15_000), level(8, 20_000));

    assertThat(analysis(values).words()).isEqualTo("no change beyond noise");
  }

  @Test
  void equal_numbers_of_a_search_may_differ_by_a_step_of_it() {
    double[] values = {20_000, 20_000, 20_000, 20_000, 20_000, 20_000, 19_000};

    assertThat(analysis(values).words()).isEqualTo("no change beyond noise");
  }

  @Test
  void too_few_runs_tell_nothing() {
    History history = analysis(20_000, 20_100, 12_000);

    assertThat(difference(history).kind()).isEqualTo(Kind.TOO_FEW);
    assertThat(history.words())
        .isEqualTo("too few runs to tell a change from noise: 2 before it, 5 are needed");
  }

  @Test
  void runs_that_are_not_alike_are_left_out_and_named() {
    List<HistoryRun> runs = new ArrayList<>(Kept.users(level(12, 20_000)));
    HistoryRun newest = moved(Kept.users(level(13, 20_000)).getLast(), "processor", "B");

    History history = HistoryAnalysis.of(runs, newest);

    assertThat(history.leftOut())
        .containsExactly(new History.LeftOut("processor: 'A', not 'B'", 12));
    assertThat(history.alike()).isEqualTo(1);
    assertThat(difference(history).kind()).isEqualTo(Kind.TOO_FEW);
  }

  @Test
  void lower_bounds_are_not_compared_with_numbers() {
    List<HistoryRun> runs = new ArrayList<>(Kept.users(level(12, 20_000)));
    Figure bound = new Figure("users", 12_000, Verdict.Kind.AT_LEAST, List.of());
    HistoryRun newest = Kept.run(12, bound);

    History history = HistoryAnalysis.of(runs, newest);

    assertThat(history.words()).contains("12 with another verdict can't be compared");
    assertThat(history.trends().getFirst().name()).isEqualTo("Users (lower bound)");
  }

  @Test
  void a_run_is_set_against_those_before_it_only() {
    List<HistoryRun> runs = Kept.users(join(level(12, 20_000), level(6, 10_000)));

    assertThat(HistoryAnalysis.of(runs, runs.get(11)).words()).isEqualTo("no change beyond noise");
  }

  @Test
  void a_run_without_a_number_is_not_compared() {
    assertThat(HistoryAnalysis.of(Kept.users(level(12, 20_000)), Kept.run(12)).words())
        .isEqualTo("not compared: the run has no number");
  }

  private static History analysis(double... users) {
    List<HistoryRun> runs = Kept.users(users);
    return HistoryAnalysis.of(runs, runs.getLast());
  }

  private static Difference difference(History history) {
    return history.trends().getFirst().difference();
  }

  private static HistoryRun moved(HistoryRun run, String name, String value) {
    return new HistoryRun(
        run.schemaVersion(),
        run.id(),
        run.startedAt(),
        run.kind(),
        run.gitRevision(),
        run.partialReason(),
        run.verdict(),
        Map.of(name, value, "cores", "2"),
        run.options(),
        run.figures());
  }

  // With a noise of up to 5 %.
  private static double[] level(int count, double level) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .mapToDouble(i -> level * (1 + NOISE[i % NOISE.length] / 100))
        .toArray();
  }

  private static double[] join(double[]... parts) {
    return Stream.of(parts).flatMapToDouble(Arrays::stream).toArray();
  }
}
