package dev.hubbub.bots.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RepeatResult;
import dev.hubbub.measure.result.Spread;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.measure.result.Verdict.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  @Test
  void one_search_is_its_own_result() {
    DimensionResult only = search(10_000.0, Kind.VALID, "the server was the limit", 10_500);

    assertThat(Repeats.combine(List.of(only))).isEqualTo(only);
  }

  @Test
  void several_searches_give_their_median_and_their_spread() {
    DimensionResult result =
        combine(valid(10_200, 10_700), valid(9_800, 10_300), valid(10_000, 10_500));

    assertThat(result.held()).isEqualTo(10_000);
    assertThat(result.spread()).isEqualTo(new Spread(9_800, 10_000, 10_200));
    assertThat(result.verdict())
        .isEqualTo(
            new Verdict(
                Kind.VALID,
                "the server was the limit;"
                    + " median of 3 searches from 9,800 to 10,200, spread 4.0 %"));
    assertThat(result.breakingPoint()).extracting(BreakingPoint::load).isEqualTo(10_500.0);
    assertThat(result.repeats())
        .extracting(RepeatResult::held)
        .containsExactly(10_200.0, 9_800.0, 10_000.0);
  }

  @Test
  void of_an_even_number_the_lower_middle_counts_for_it_was_held() {
    assertThat(combine(valid(9_000, 9_500), valid(9_400, 9_900)).held()).isEqualTo(9_000);
  }

  @Test
  void one_lower_bound_makes_the_median_a_lower_bound() {
    DimensionResult result =
        combine(
            valid(10_200, 10_700),
            search(9_800.0, Kind.AT_LEAST, "the generator: it sent late", null),
            valid(10_000, 10_500));

    assertThat(result.verdict().kind()).isEqualTo(Kind.AT_LEAST);
    assertThat(result.verdict().reason()).startsWith("the generator: it sent late; median of 3");
  }

  @Test
  void searches_that_do_not_agree_say_what_each_ran_into() {
    DimensionResult result =
        combine(valid(12_000, 12_600), valid(10_000, 10_500), valid(11_900, 12_500));

    assertThat(result.held()).isEqualTo(11_900);
    assertThat(result.verdict().reason())
        .contains("spread 16.8 %")
        .endsWith(
            "they do not agree: the lowest ended with 'broke at 10500',"
                + " the highest with 'broke at 12600'");
  }

  @Test
  void a_search_that_was_invalid_is_owned_up_to_and_left_out() {
    DimensionResult result =
        combine(valid(10_200, 10_700), invalid("not steady"), valid(10_000, 10_500));

    assertThat(result.held()).isEqualTo(10_000);
    assertThat(result.verdict().reason()).endsWith("one more gave no number: not steady");
  }

  @Test
  void half_of_the_searches_invalid_make_the_whole_invalid() {
    DimensionResult result = combine(valid(10_200, 10_700), invalid("not steady"));

    assertThat(result.held()).isNull();
    assertThat(result.spread()).isNull();
    assertThat(result.verdict())
        .isEqualTo(new Verdict(Kind.INVALID, "1 of 2 searches gave no number: not steady"));
  }

  @Test
  void that_no_search_held_anything_is_a_finding() {
    DimensionResult nothing = search(null, Kind.VALID, "the SLO failed twice", 100);

    assertThat(combine(nothing, nothing).verdict())
        .isEqualTo(new Verdict(Kind.VALID, "2 of 2 searches gave no number: the SLO failed twice"));
  }

  private static DimensionResult combine(DimensionResult... searches) {
    return Repeats.combine(Stream.of(searches).toList());
  }

  private static DimensionResult valid(double held, int broken) {
    return search(held, Kind.VALID, "the server was the limit", broken);
  }

  private static DimensionResult invalid(String reason) {
    return search(null, Kind.INVALID, reason, null);
  }

  private static DimensionResult search(
      @Nullable Double held, Kind kind, String reason, @Nullable Integer broken) {
    BreakingPoint point =
        broken == null ? null : new BreakingPoint(broken, "broke at " + broken, List.of());
    Verdict verdict = new Verdict(kind, reason);
    RepeatResult repeat = new RepeatResult(held, verdict, point == null ? null : point.load(), 0);
    return new DimensionResult(
        "rate", held, verdict, point, "500 users", List.of(), List.of(repeat), null);
  }
}
