package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultJsonTest {
  @Test
  void what_was_written_reads_back_the_same() throws IOException {
    String json = ResultJson.write(SampleResult.whole());

    assertThat(ResultJson.read(json, "capacity.json")).isEqualTo(SampleResult.whole());
    assertThat(ResultJson.read(ResultJson.write(SampleResult.bare()), "capacity.json"))
        .isEqualTo(SampleResult.bare());
  }

  @Test
  void keys_stand_in_the_order_of_the_records_and_maps_in_alphabetical_order() {
    String json = ResultJson.write(SampleResult.whole());

    assertThat(json)
        .containsSubsequence(
            "\"schemaVersion\"",
            "\"kind\"",
            "\"startedAt\"",
            "\"--quick\"",
            "\"--seed\"",
            "\"environment\"",
            "\"dimensions\"",
            "\"memory\"",
            "\"cost\"");
    assertThat(json).endsWith("}\n");
  }

  @Test
  void a_figure_that_could_not_be_measured_is_written_as_null() {
    assertThat(ResultJson.write(SampleResult.bare())).contains("\"memory\" : null");
  }

  @Test
  void times_are_text_in_utc() {
    assertThat(ResultJson.write(SampleResult.whole())).contains("\"2026-11-22T13:44:00Z\"");
  }

  @Test
  void another_schema_version_is_refused_by_name_and_value() {
    String json =
        ResultJson.write(SampleResult.whole())
            .replace("\"schemaVersion\" : 3", "\"schemaVersion\" : 7");

    assertThatThrownBy(() -> ResultJson.read(json, "old.json"))
        .isInstanceOf(IOException.class)
        .hasMessage("old.json: 'schemaVersion' must be 3, got: 7");
  }

  @Test
  void a_file_without_a_schema_version_is_refused() {
    assertThatThrownBy(() -> ResultJson.read("{}", "empty.json"))
        .isInstanceOf(IOException.class)
        .hasMessage("empty.json: 'schemaVersion' must be 3, got: none");
  }

  @Test
  void a_missing_field_is_refused_by_name() {
    String json = ResultJson.write(SampleResult.whole()).replaceFirst("\"kind\" : .*\n", "");

    assertThatThrownBy(() -> ResultJson.read(json, "cut.json"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cut.json: not a run result:")
        .hasMessageContaining("kind");
  }

  @Test
  void what_is_no_json_is_refused() {
    assertThatThrownBy(() -> ResultJson.read("<html>", "page.html"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("page.html: not a run result:");
  }

  @Test
  void a_missing_file_is_named(@TempDir Path folder) {
    Path file = folder.resolve("capacity.json");

    assertThatThrownBy(() -> ResultJson.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": no such file");
  }

  @Test
  void a_file_is_replaced_and_nothing_else_is_left_behind(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("capacity.json");
    ResultJson.write(SampleResult.bare(), file);
    ResultJson.write(SampleResult.whole(), file);

    assertThat(ResultJson.read(file)).isEqualTo(SampleResult.whole());
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
