package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.Evidence;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.measure.result.Verdict.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictLineTest {
  private static final BreakingPoint BROKE =
      new BreakingPoint(24_000, "p99 latency 83 ms", List.of());

  @Test
  void a_valid_number_comes_with_the_load_that_broke_the_server() {
    assertThat(line(23_000.0, Kind.VALID, BROKE))
        .isEqualTo(
            "rate: 23,000 messages a second (VALID: the reason), at 500 users;"
                + " breaks at 24,000: p99 latency 83 ms");
  }

  @Test
  void a_lower_bound_says_at_least() {
    assertThat(line(23_000.0, Kind.AT_LEAST, null))
        .isEqualTo("rate: at least 23,000 messages a second (AT_LEAST: the reason), at 500 users");
  }

  @Test
  void an_invalid_result_has_no_number() {
    assertThat(line(23_000.0, Kind.INVALID, BROKE))
        .isEqualTo("rate: no number (INVALID: the reason), at 500 users");
  }

  @Test
  void a_server_that_held_nothing_is_said_to() {
    assertThat(line(null, Kind.VALID, BROKE))
        .isEqualTo(
            "rate: none held (VALID: the reason), at 500 users;"
                + " breaks at 24,000: p99 latency 83 ms");
  }

  @Test
  void the_evidence_at_the_breaking_point_follows_line_by_line() {
    BreakingPoint broke =
        new BreakingPoint(
            24_000,
            "p99 latency 83 ms",
            List.of(
                new Evidence(Evidence.Side.SERVER, "server CPU at 99 % of 1 core", true),
                new Evidence(Evidence.Side.GENERATOR, "generator: CPU 60 %", false)));

    assertThat(VerdictLine.evidence(result(23_000.0, Kind.VALID, broke)))
        .containsExactly("  limit: server CPU at 99 % of 1 core", "  seen: generator: CPU 60 %");
    assertThat(VerdictLine.evidence(result(23_000.0, Kind.INVALID, broke))).isEmpty();
    assertThat(VerdictLine.evidence(result(23_000.0, Kind.AT_LEAST, null))).isEmpty();
  }

  private static String line(
      @Nullable Double held, Kind kind, @Nullable BreakingPoint breakingPoint) {
    return VerdictLine.of(result(held, kind, breakingPoint));
  }

  private static DimensionResult result(
      @Nullable Double held, Kind kind, @Nullable BreakingPoint breakingPoint) {
    return new DimensionResult(
        "rate",
        held,
        new Verdict(kind, "the reason"),
        breakingPoint,
        "500 users",
        List.of(),
        List.of(),
        null);
  }
}
