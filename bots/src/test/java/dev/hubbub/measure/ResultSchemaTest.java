package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.RunResult;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ResultSchemaTest {
  private static final PublishedSchema SCHEMA =
      new PublishedSchema("run-result", RunResult.SCHEMA_VERSION);

  private final JsonMapper mapper = JsonMapper.builder().build();

  @Test
  void the_published_schema_says_what_the_records_are() {
    SCHEMA.requireToDescribe(RunResult.class);
  }

  @Test
  void a_written_result_is_valid_by_the_schema() {
    String json = ResultJson.write(SampleResult.whole());

    assertThat(SCHEMA.errorsOf(json)).isEmpty();
  }

  @Test
  void a_result_in_which_nothing_could_be_measured_is_valid_too() {
    String json = ResultJson.write(SampleResult.bare());

    assertThat(SCHEMA.errorsOf(json)).isEmpty();
  }

  @Test
  void a_result_without_a_verdict_is_not_valid() {
    JsonNode tree = mapper.readTree(ResultJson.write(SampleResult.whole()));
    ((ObjectNode) tree.at("/dimensions/0")).remove("verdict");

    assertThat(SCHEMA.errorsOf(tree.toString()))
        .anySatisfy(error -> assertThat(error.toString()).contains("verdict"));
  }
}
