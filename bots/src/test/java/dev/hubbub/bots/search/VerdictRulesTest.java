package dev.hubbub.bots.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.search.Observation.Outcome;
import dev.hubbub.bots.search.SearchOutcome.End;
import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.measure.result.Verdict.Kind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictRulesTest {
  private static final ProcessLoad BUSY = load(0.99, 1_100);
  private static final ProcessLoad IDLE = load(0.2, 1_100);
  private static final StepOutcome BROKE = Steps.outcome(1_000, Outcome.FAILED, BUSY, null);

  private final VerdictRules rules = new VerdictRules(new Attribution(1.0, 20_000L));

  @Test
  void a_narrowed_breaking_point_is_valid() {
    SearchOutcome outcome = outcome(End.NARROWED, 950L, true, 1_000L, null, 0);

    assertThat(rules.verdict(outcome, List.of(BROKE), null))
        .isEqualTo(new Verdict(Kind.VALID, "the server was the limit"));
  }

  @Test
  void its_cause_names_the_clause_and_the_servers_cpu() {
    SearchOutcome outcome = outcome(End.NARROWED, 950L, true, 1_000L, null, 0);

    assertThat(rules.breakingPoint(outcome, List.of(BROKE)))
        .isNotNull()
        .extracting(BreakingPoint::load, BreakingPoint::cause)
        .containsExactly(1_000.0, "p99 latency 83 ms over 50 ms; server CPU at 99 % of 1 core");
  }

  @Test
  void its_cause_says_when_the_cpu_was_not_the_limit() {
    assertThat(cause(IDLE)).endsWith("no limit was seen: server CPU at 20 % of 1 core");
  }

  @Test
  void its_cause_names_file_descriptors_when_they_are_nearly_used_up() {
    assertThat(cause(load(0.2, 19_990))).endsWith("server had 19,990 of its 20,000 files open");
  }

  @Test
  void its_cause_says_what_is_not_known_of_a_server_that_can_not_be_observed() {
    assertThat(cause(ProcessLoad.UNKNOWN))
        .isEqualTo(
            "p99 latency 83 ms over 50 ms; no limit was seen: unknown of the server: CPU,"
                + " event loops, garbage collection, memory, receivers, open files");
  }

  @Test
  void a_ceiling_that_was_held_is_a_lower_bound_with_its_reason() {
    SearchOutcome outcome =
        new SearchOutcome(
            End.CEILING_HELD, 19_904L, true, null, null, new Ceiling(19_904, "full at 19,904"), 0);

    assertThat(rules.verdict(outcome, List.of(), null))
        .isEqualTo(new Verdict(Kind.AT_LEAST, "full at 19,904"));
    assertThat(rules.breakingPoint(outcome, List.of())).isNull();
  }

  @Test
  void a_limit_of_the_generator_is_a_lower_bound_with_its_evidence_and_no_breaking_point() {
    SearchOutcome outcome = outcome(End.GENERATOR_LIMIT, 950L, true, null, 1_000L, 0);
    StepOutcome limited =
        Steps.outcome(1_000, Outcome.GENERATOR_LIMITED, BUSY, "the generator: it sent late");

    assertThat(rules.verdict(outcome, List.of(limited), null))
        .isEqualTo(new Verdict(Kind.AT_LEAST, "at 1,000 the generator: it sent late"));
    assertThat(rules.breakingPoint(outcome, List.of(limited))).isNull();
  }

  @Test
  void a_generator_at_its_limit_from_the_start_concludes_nothing() {
    SearchOutcome outcome = outcome(End.BROKEN_FROM_START, null, false, null, 1_000L, 0);

    assertThat(rules.verdict(outcome, List.of(), null).kind()).isEqualTo(Kind.INVALID);
  }

  @Test
  void a_server_broken_from_the_start_is_a_valid_finding() {
    SearchOutcome outcome = outcome(End.BROKEN_FROM_START, null, false, 1_000L, null, 0);

    assertThat(rules.verdict(outcome, List.of(BROKE), null))
        .isEqualTo(
            new Verdict(Kind.VALID, "the SLO failed at every load that was tried, down to 1,000"));
  }

  @Test
  void a_generator_at_its_limit_at_the_lowest_load_concludes_nothing_about_those_above() {
    SearchOutcome outcome = outcome(End.BROKEN_FROM_START, null, false, 1_000L, 500L, 0);

    assertThat(rules.verdict(outcome, List.of(BROKE), null).kind()).isEqualTo(Kind.INVALID);
  }

  @Test
  void an_unsteady_server_is_invalid() {
    SearchOutcome outcome = outcome(End.UNSTEADY, null, false, 1_000L, null, 0);

    assertThat(rules.verdict(outcome, List.of(BROKE), null).kind()).isEqualTo(Kind.INVALID);
  }

  @Test
  void a_budget_that_ran_out_leaves_a_lower_bound_and_says_so() {
    SearchOutcome outcome = outcome(End.OUT_OF_TIME, 500L, true, 1_000L, null, 0);

    assertThat(rules.verdict(outcome, List.of(BROKE), "its 30 s ran out"))
        .isEqualTo(new Verdict(Kind.AT_LEAST, "its 30 s ran out before it was narrowed"));
  }

  @Test
  void a_ceiling_that_was_held_is_the_reason_even_if_time_ran_out_before_its_confirmation() {
    Ceiling full = new Ceiling(19_904, "full at 19,904");
    SearchOutcome outcome = new SearchOutcome(End.OUT_OF_TIME, 19_904L, false, null, null, full, 0);

    assertThat(rules.verdict(outcome, List.of(), "its 30 s ran out"))
        .isEqualTo(
            new Verdict(Kind.AT_LEAST, "full at 19,904; its 30 s ran out before it was confirmed"));
  }

  @Test
  void an_interrupted_search_says_that_its_number_is_not_confirmed() {
    SearchOutcome outcome = outcome(End.STOPPED, 500L, false, null, null, 0);

    assertThat(rules.verdict(outcome, List.of(), "interrupted"))
        .isEqualTo(
            new Verdict(
                Kind.AT_LEAST,
                "interrupted before the server failed at a load; not confirmed over the longer"
                    + " window"));
  }

  @Test
  void a_search_that_ends_before_a_load_held_concludes_nothing() {
    SearchOutcome outcome = outcome(End.STOPPED, null, false, null, null, 0);

    assertThat(rules.verdict(outcome, List.of(), "interrupted"))
        .isEqualTo(new Verdict(Kind.INVALID, "interrupted before a load had held"));
  }

  @Test
  void steps_that_failed_once_are_owned_up_to() {
    SearchOutcome outcome = outcome(End.NARROWED, 950L, true, 1_000L, null, 2);

    assertThat(rules.verdict(outcome, List.of(BROKE), null).reason())
        .endsWith("; 2 steps failed and held when they were repeated");
  }

  private static ProcessLoad load(double cpuShare, long openFiles) {
    return new ProcessLoad(cpuShare, null, null, 12.0, 1L << 28, openFiles, null, null);
  }

  private String cause(ProcessLoad server) {
    SearchOutcome outcome = outcome(End.NARROWED, 950L, true, 1_000L, null, 0);
    StepOutcome broke = Steps.outcome(1_000, Outcome.FAILED, server, null);
    return Objects.requireNonNull(rules.breakingPoint(outcome, List.of(broke))).cause();
  }

  private static SearchOutcome outcome(
      End end,
      @Nullable Long held,
      boolean confirmed,
      @Nullable Long broken,
      @Nullable Long limited,
      int hiccups) {
    return new SearchOutcome(end, held, confirmed, broken, limited, null, hiccups);
  }
}
