package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hubbub.measure.result.CompareResult;
import dev.hubbub.measure.result.CompareStep;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.HeldRate;
import dev.hubbub.measure.result.Ratio;
import dev.hubbub.measure.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class CompareSchemaTest {
  private static final Path FILE =
      Path.of(
          "..",
          "docs",
          "schema",
          "compare-result-" + CompareResult.SCHEMA_VERSION + ".schema.json");

  private final JsonMapper mapper = JsonMapper.builder().build();

  @Test
  void the_published_schema_says_what_the_records_are() throws IOException {
    JsonNode published = withoutDescriptions(mapper.readTree(Files.readString(FILE)));

    ObjectNode expected = new RecordSchema().of(CompareResult.class);
    ((ObjectNode) expected.at("/properties"))
        .replace(
            "schemaVersion", mapper.createObjectNode().put("const", CompareResult.SCHEMA_VERSION));

    ((ObjectNode) published).remove(List.of("$schema", "$id", "title"));
    assertThat(published.toPrettyString()).isEqualTo(expected.toPrettyString());
  }

  @Test
  void a_written_comparison_is_valid_by_the_schema() throws IOException {
    RunResult run = SampleResult.whole();
    ContenderResult contender =
        new ContenderResult(
            "server",
            "127.0.0.1:1",
            4_711L,
            List.of(new CompareStep(1, 1_000, run.dimensions().getFirst().steps().getFirst())),
            List.of(new HeldRate(1, run.dimensions().getFirst())),
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

    assertThat(schema().validate(ResultJson.write(result), InputFormat.JSON)).isEmpty();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(FILE));
  }

  private static JsonNode withoutDescriptions(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("description").isString()) {
      object.remove("description");
    }
    node.forEach(CompareSchemaTest::withoutDescriptions);
    return node;
  }
}
