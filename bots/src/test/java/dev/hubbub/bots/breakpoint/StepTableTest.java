package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTableTest {
  @Test
  void each_step_is_a_line_under_the_headings() {
    DimensionResult result =
        new DimensionResult(
            "rate",
            1_000.0,
            new Verdict(Verdict.Kind.VALID, "the server was the limit"),
            null,
            "500 users",
            List.of(
                Samples.outcome("ramp", 1_000, true).result(),
                Samples.outcome("bisect", 1_500, false).result()),
            List.of(),
            null);

    List<String> lines = StepTable.of(result).lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).split(" +"))
        .containsExactly(
            "phase",
            "rate",
            "users",
            "offered/s",
            "delivered/s",
            "p50",
            "p99",
            "p99.9",
            "lost",
            "CPU",
            "verdict");
    assertThat(lines.get(1))
        .contains("ramp", "1,000", "500", "1.5 ms", "9.5 ms", " - ", "99 %")
        .endsWith("held");
    assertThat(lines.get(2)).endsWith("failed: p99 latency 83 ms");
  }
}
