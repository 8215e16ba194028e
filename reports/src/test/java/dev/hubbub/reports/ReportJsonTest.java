package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.hubbub.measure.ResultJson;
import dev.hubbub.reports.model.GatlingRun;
import dev.hubbub.reports.model.JmhBenchmark;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.model.ReportJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportJsonTest {
  @Test
  void a_report_is_what_was_written() throws IOException {
    Report report = Reports.everything();

    assertThat(ReportJson.read(ReportJson.write(report), "report.json")).isEqualTo(report);
  }

  @Test
  void a_report_is_valid_by_its_published_schema() {
    assertThat(errors("report-1", ReportJson.write(Reports.everything()))).isEmpty();
    assertThat(errors("report-1", ReportJson.write(Reports.everything()).replace("runs", "ruins")))
        .isNotEmpty();
  }

  @Test
  void each_kind_of_result_finds_its_place() throws IOException {
    Report all = Reports.everything();

    assertThat(ReportJson.read(ResultJson.write(Runs.full()), "a").runs()).isEqualTo(all.runs());
    assertThat(ReportJson.read(ResultJson.write(all.comparisons().getFirst()), "b").comparisons())
        .isEqualTo(all.comparisons());
    assertThat(ReportJson.read(ResultJson.write(all.containers().getFirst()), "c").containers())
        .isEqualTo(all.containers());
  }

  @Test
  void a_swarm_that_was_really_run_is_read_and_valid_by_its_schema() throws IOException {
    String json = resource("swarm.json");

    assertThat(errors("swarm-result-1", json)).isEmpty();
    Report report = ReportJson.read(json, "swarm.json");
    assertThat(report.swarms()).hasSize(1);
    assertThat(report.swarms().getFirst().actions()).isNotEmpty();
    assertThat(report.swarms().getFirst().users()).isEqualTo(20);
  }

  @Test
  void benchmarks_that_were_really_run_are_read() throws IOException {
    Report report = ReportJson.read(resource("jmh.json"), "jmh.json");

    assertThat(report.benchmarks()).isNotEmpty();
    assertThat(report.benchmarks())
        .allSatisfy(one -> assertThat(one.score()).isPositive())
        .extracting(JmhBenchmark::benchmark)
        .allMatch(name -> name.startsWith("dev.hubbub.benchmarks."));
  }

  @Test
  void a_simulation_that_was_really_run_is_read_and_valid_by_its_schema() throws IOException {
    String json = resource("stats.json");

    assertThat(errors("gatling-stats-1", json)).isEmpty();
    GatlingRun run = ReportJson.read(json, "stats.json").simulations().getFirst();
    assertThat(run.simulation()).isEqualTo("WordsSimulation");
    assertThat(run.assertions())
        .containsExactly(new GatlingRun.Assertion("Global: count of failed events is 20.0", true));
    assertThat(run.requests())
        .extracting(GatlingRun.Requests::name)
        .contains("all steps", "join", "questions / time");
    assertThat(run.requests().getFirst())
        .isEqualTo(
            new GatlingRun.Requests(
                "all steps",
                260,
                20,
                122.00844673862038,
                9.0,
                2.406399,
                6.905855,
                240.779263,
                411.828223));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "compare", "containers", "report", "swarm", "stats"})
  void another_version_is_refused_by_name(String kind) {
    Report all = Reports.everything();
    String json =
        switch (kind) {
          case "run" -> ResultJson.write(Runs.full());
          case "compare" -> ResultJson.write(all.comparisons().getFirst());
          case "containers" -> ResultJson.write(all.containers().getFirst());
          case "swarm" -> resource("swarm.json");
          case "stats" -> resource("stats.json");
          default -> ReportJson.write(all);
        };
    String other = json.replaceFirst("\"schemaVersion\"\\s*:\\s*\\d+", "\"schemaVersion\" : 99");

    assertThatThrownBy(() -> ReportJson.read(other, kind + ".json"))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(kind + "\\.json: 'schemaVersion' must be \\d+, got: 99");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{\"kind\":\"swarm\",\"schemaVersion\":1}", "{]"})
  void what_is_no_result_is_refused_by_name(String json) {
    assertThatThrownBy(() -> ReportJson.read(json, "odd.json"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("odd.json: ");
  }

  private static List<Error> errors(String schema, String json) {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(ReportJsonTest::byId));
    return registry.getSchema(published(schema)).validate(json, InputFormat.JSON);
  }

  // urn:hubbub:run-result:3 is the file run-result-3.schema.json.
  private static String byId(String id) {
    return published(id.replace("urn:hubbub:", "").replaceFirst(":(\\d+)$", "-$1"));
  }

  private static String published(String name) {
    try {
      return Files.readString(Path.of("..", "docs", "schema", name + ".schema.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(ReportJsonTest.class.getResourceAsStream("results/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
