package dev.hubbub.gatling.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema, the records and the file of a real run say the same. */
class StatsSchemaTest {
  private static final Path SCHEMA = Path.of("..", "docs", "schema", "gatling-stats-1.schema.json");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  @Test
  void the_file_of_a_real_run_is_valid_and_none_of_its_figures_is_unknown_to_the_records()
      throws IOException {
    String sample = sample();

    assertThat(errorsOf(sample)).isEmpty();
    GatlingStats stats = MAPPER.readValue(sample, GatlingStats.class);
    assertThat(StatsJson.write(stats)).isEqualTo(sample);
    assertThat(stats.failures()).isNotEmpty();
    assertThat(stats.steps()).anySatisfy(step -> assertThat(step.groups()).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        GatlingStats.class,
        StepStats.class,
        LoggedTimes.class,
        StepPercentiles.class,
        SeriesPoint.class,
        AssertionOutcome.class,
        FailureCount.class
      })
  void every_field_of_every_record_is_in_the_schema(Class<?> type) throws IOException {
    JsonNode schema = MAPPER.readTree(Files.readString(SCHEMA));
    String name = type.getSimpleName();
    JsonNode object =
        type == GatlingStats.class
            ? schema
            : schema.at("/$defs/" + Character.toLowerCase(name.charAt(0)) + name.substring(1));

    assertThat(object.path("properties").propertyNames())
        .containsExactlyElementsOf(
            Arrays.stream(type.getRecordComponents()).map(field -> field.getName()).toList());
  }

  @Test
  void another_version_is_not_valid() throws IOException {
    String later = sample().replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2");

    assertThat(errorsOf(later)).isNotEmpty();
  }

  static List<Error> errorsOf(String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA))
        .validate(json, InputFormat.JSON);
  }

  private static String sample() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(StatsSchemaTest.class.getResourceAsStream("stats.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
