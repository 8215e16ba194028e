package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hubbub.measure.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ResultSchemaTest {
  private static final Path FILE =
      Path.of("..", "docs", "schema", "run-result-" + RunResult.SCHEMA_VERSION + ".schema.json");

  private final JsonMapper mapper = JsonMapper.builder().build();

  @Test
  void the_published_schema_says_what_the_records_are() throws IOException {
    JsonNode published = withoutDescriptions(mapper.readTree(Files.readString(FILE)));

    ObjectNode expected = new RecordSchema().of(RunResult.class);
    ((ObjectNode) expected.at("/properties"))
        .replace("schemaVersion", mapper.createObjectNode().put("const", RunResult.SCHEMA_VERSION));

    ((ObjectNode) published).remove(List.of("$schema", "$id", "title"));
    assertThat(published.toPrettyString()).isEqualTo(expected.toPrettyString());
  }

  @Test
  void a_written_result_is_valid_by_the_schema() throws IOException {
    String json = ResultJson.write(SampleResult.whole());

    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
  }

  @Test
  void a_result_in_which_nothing_could_be_measured_is_valid_too() throws IOException {
    String json = ResultJson.write(SampleResult.bare());

    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
  }

  @Test
  void a_result_without_a_verdict_is_not_valid() throws IOException {
    JsonNode tree = mapper.readTree(ResultJson.write(SampleResult.whole()));
    ((ObjectNode) tree.at("/dimensions/0")).remove("verdict");

    assertThat(schema().validate(tree.toString(), InputFormat.JSON))
        .anySatisfy(error -> assertThat(error.toString()).contains("verdict"));
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(FILE));
  }

  private static JsonNode withoutDescriptions(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("description").isString()) {
      object.remove("description");
    }
    node.forEach(ResultSchemaTest::withoutDescriptions);
    return node;
  }
}
