package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema in {@code docs/schema}.
 *
 * @param name such as {@code run-result}
 * @param version of the layout
 */
record PublishedSchema(String name, int version) {
  /** Fails unless it says of a record what the record is. */
  void requireToDescribe(Class<? extends Record> type) {
    JsonMapper mapper = JsonMapper.builder().build();
    JsonNode published = withoutDescriptions(mapper.readTree(text()));
    ObjectNode expected = new RecordSchema().of(type);
    ((ObjectNode) expected.at("/properties"))
        .replace("schemaVersion", mapper.createObjectNode().put("const", version));

    ((ObjectNode) published).remove(List.of("$schema", "$id", "title"));
    assertThat(published.toPrettyString()).isEqualTo(expected.toPrettyString());
  }

  /** What it finds wrong with a text. */
  List<Error> errorsOf(String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text())
        .validate(json, InputFormat.JSON);
  }

  private String text() {
    try {
      return Files.readString(
          Path.of("..", "docs", "schema", name + "-" + version + ".schema.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode withoutDescriptions(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("description").isString()) {
      object.remove("description");
    }
    node.forEach(PublishedSchema::withoutDescriptions);
    return node;
  }
}
