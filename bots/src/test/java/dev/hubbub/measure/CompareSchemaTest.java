package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.hubbub.measure.result.CompareResult;
import dev.hubbub.measure.result.CompareStep;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.HeldRate;
import dev.hubbub.measure.result.Ratio;
import dev.hubbub.measure.result.RegistrationRound;
import dev.hubbub.measure.result.RunResult;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareSchemaTest {
  private static final PublishedSchema SCHEMA =
      new PublishedSchema("compare-result", CompareResult.SCHEMA_VERSION);

  @Test
  void the_published_schema_says_what_the_records_are() {
    SCHEMA.requireToDescribe(CompareResult.class);
  }

  @Test
  void a_written_comparison_is_valid_by_the_schema_and_can_be_read() throws IOException {
    RunResult run = SampleResult.whole();
    ContenderResult contender =
        new ContenderResult(
            "server",
            "127.0.0.1:1",
            4_711L,
            List.of(new CompareStep(1, 1_000, run.dimensions().getFirst().steps().getFirst())),
            List.of(new HeldRate(1, run.dimensions().getFirst())),
            List.of(
                new RegistrationRound(1, 90, 10, "full", 0.5, 180, 40.0, 0.9, 0.97, "generator")),
            run.memory());
    CompareResult result =
        new CompareResult(
            CompareResult.SCHEMA_VERSION,
            "./hubbub compare --with echo",
            run.startedAt(),
            1.5,
            null,
            1,
            run.options(),
            run.slo(),
            0.25,
            run.environment(),
            List.of(contender),
            List.of(new Ratio("cpu", 1_000, "echo", 1.1, 1.0, 1.2, 3)));

    String json = ResultJson.write(result);
    assertThat(SCHEMA.errorsOf(json)).isEmpty();
    assertThat(ResultJson.readCompare(json, "compare.json")).isEqualTo(result);
  }

  @Test
  void an_older_comparison_is_refused_by_name() {
    assertThatIOException()
        .isThrownBy(() -> ResultJson.readCompare("{\"schemaVersion\": 2}", "old.json"))
        .withMessage("old.json: 'schemaVersion' must be 3, got: 2");
  }
}
