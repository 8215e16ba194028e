package dev.hubbub.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.GoldenFiles;
import dev.hubbub.reports.Runs;
import dev.hubbub.reports.history.Results;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final RunResult FOUR =
      run(users(20_000, Verdict.Kind.VALID, 19_800, 20_000, 20_100, 20_200));

  @Test
  void enough_searches_that_differ_decide() {
    Comparison worse =
        Comparison.of(FOUR, run(users(15_000, Verdict.Kind.VALID, 14_800, 15_000, 15_100, 15_300)));
    Comparison better =
        Comparison.of(FOUR, run(users(25_000, Verdict.Kind.VALID, 24_800, 25_000, 25_100, 25_300)));

    assertThat(judgement(worse)).isEqualTo(new Judgement(Outcome.WORSE, "worse (p = 0.0286)"));
    assertThat(worse.figures().getFirst().share()).isEqualTo(-0.25);
    assertThat(worse.worse()).hasSize(1);
    assertThat(judgement(better).outcome()).isEqualTo(Outcome.BETTER);
  }

  @Test
  void enough_searches_that_agree_differ_by_noise() {
    Comparison comparison =
        Comparison.of(FOUR, run(users(20_050, Verdict.Kind.VALID, 19_900, 20_050, 20_150, 19_700)));

    assertThat(judgement(comparison).outcome()).isEqualTo(Outcome.SAME);
    assertThat(judgement(comparison).words()).startsWith("no difference beyond noise (p = ");
  }

  @Test
  void few_searches_can_t_decide() {
    RunResult one = run(users(20_000, Verdict.Kind.VALID));
    RunResult three = run(users(9_000, Verdict.Kind.VALID, 8_900, 9_000, 9_100));

    assertThat(judgement(Comparison.of(one, one)).words())
        .isEqualTo("can't be decided: 1 and 1 searches; 4 each are needed");
    assertThat(judgement(Comparison.of(three, three)).words())
        .isEqualTo("can't be decided: 3 and 3 searches; 4 each are needed");
    assertThat(Comparison.of(one, three).worse()).isEmpty();
  }

  @Test
  void runs_that_are_not_alike_are_shown_and_not_judged() {
    RunResult elsewhere =
        Results.run(
            Results.START.plusSeconds(60),
            Results.environment("B", "Linux 6.1.0-28", "25.0.1+8 (VM)"),
            Map.of("--seed", "42"),
            users(15_000, Verdict.Kind.VALID, 14_800, 15_000, 15_100, 15_300));
    Comparison comparison = Comparison.of(FOUR, elsewhere);

    assertThat(comparison.unlike()).isEqualTo("processor: 'A', not 'B'");
    assertThat(judgement(comparison))
        .isEqualTo(new Judgement(Outcome.UNDECIDED, "not judged: not alike"));
    assertThat(ComparisonText.render(comparison))
        .startsWith("Not alike, so no difference is judged: processor: 'A', not 'B'")
        .contains("25 % fewer");
  }

  @Test
  void a_lower_bound_is_not_judged_against_a_number() {
    Comparison comparison = Comparison.of(FOUR, run(users(9_000, Verdict.Kind.AT_LEAST)));

    assertThat(judgement(comparison).words()).isEqualTo("not judged: one is a lower bound");
    assertThat(ComparisonText.render(comparison)).contains("at least 9,000");
  }

  @Test
  void a_number_that_only_one_has_is_shown() {
    Comparison comparison = Comparison.of(FOUR, run(users(9_000, Verdict.Kind.INVALID)));

    assertThat(judgement(comparison).words()).isEqualTo("only one of them has it");
    assertThat(comparison.figures().getFirst().share()).isNull();
  }

  @Test
  void a_comparison_is_rendered_as_ever() {
    GoldenFiles.assertRendersAs(
        "comparison.md",
        ComparisonText.render(
            Comparison.of(
                FOUR, run(users(15_000, Verdict.Kind.VALID, 14_800, 15_000, 15_100, 15_300)))));
    GoldenFiles.assertRendersAs(
        "comparison-full.md", ComparisonText.render(Comparison.of(Runs.full(), Runs.full())));
  }

  private static Judgement judgement(Comparison comparison) {
    return comparison.figures().getFirst().judgement();
  }

  private static DimensionResult users(double held, Verdict.Kind verdict, double... searches) {
    return Results.users(held, verdict, searches);
  }

  private static RunResult run(DimensionResult dimension) {
    return Results.run(Results.START, dimension);
  }
}
