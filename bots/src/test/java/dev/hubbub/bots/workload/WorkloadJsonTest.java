package dev.hubbub.bots.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class WorkloadJsonTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @MethodSource("dev.hubbub.bots.workload.Presets#names")
  void what_is_written_reads_back_the_same(String preset) {
    WorkloadSettings settings = Presets.settings(preset);

    assertThat(WorkloadJson.read(WorkloadJson.write(settings), "text")).isEqualTo(settings);
  }

  @ParameterizedTest
  @MethodSource("dev.hubbub.bots.workload.Presets#names")
  void a_complete_workload_goes_through_plain_json_to_a_worker(String preset) {
    JsonMapper plain = JsonMapper.builder().build();
    Workload workload = Presets.workload(preset).share(1 / 3.0);

    assertThat(plain.readValue(plain.writeValueAsString(workload), Workload.class))
        .isEqualTo(workload);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'weights': {'direct': 1},\\n 'rate': 5}                | 2:\\d+: 'rate' is unknown; known are .*rate-per-user.*
          {'weights': {'direct': 1}, 'churn': 0.1, 'churn': 0.2} | 1:\\d+: .*churn.*
          {'weights': {'direct': 'many'}}                         | 1:\\d+: 'weights.direct': .*
          {'churn': '0.1'}                                        | 1:\\d+: 'churn': .*
          {'payload': '5'}                                        | 1:\\d+: 'payload': must be between 24 and 60000, got: 5
          {'payload': 5}                                          | 1:\\d+: 'payload': must be between 24 and 60000, got: 5
          {'think': 'soon'}                                       | 1:\\d+: 'think': 'soon' is not a time such as .*
          {'arrival': 'never'}                                    | 1:\\d+: 'arrival': 'never' is neither constant nor poisson
          {'receivers': 'zipf:many'}                              | 1:\\d+: 'receivers': 'many' is not a number
          {'ramp': '0/2s'}                                        | 1:\\d+: 'ramp': users must be between 1 and 1000000, got: 0
          {} {}                                                   | 1:\\d+: .*
          null                                                    | must be an object, got: null
          {'weights':                                             | 1:\\d+: .*
          """)
  void what_is_not_understood_is_refused_with_its_place(String text, String reason) {
    String json = text.replace('\'', '"').replace("\\n", "\n");

    assertThatThrownBy(() -> WorkloadJson.read(json, "my.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s)my\\.json:( ?)" + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                | 'weights' must be given, got: null
          {'weights': {}}                                   | 'weights' must be over 0 for an action, got: {}
          {'weights': {'direct': 0}}                        | 'weights' must be over 0 for an action, got: {DIRECT=0}
          {'weights': {'direct': -1}}                       | 'weights' must be between 0 and 1000000, got: -1
          {'weights': {'return': 1}}                        | 'weights' has no action 'return'
          {W, 'rate-per-user': 0}                           | 'rate-per-user' must be over 0 and at most 1000000, got: 0.0
          {W, 'rate-per-user': 1, 'think': '1s'}            | 'rate-per-user' can't be given with 'think', got: 1.0
          {W, 'arrival': 'poisson', 'think': '1s'}          | 'arrival' can't be given with 'think', got: poisson
          {W, 'think': '0s'}                                | 'think' must be over 0, got: 0s
          {W, 'churn': 1.5}                                 | 'churn' must be 0 to 1, got: 1.5
          {W, 'storm': '0s'}                                | 'storm' must be over 0, got: 0s
          {W, 'storm': 'often'}                             | 'storm': 'often' is not a time such as 500ms, 10s or 2m
          {W, 'slow-readers': 1}                            | 'slow-readers' must be at least 0 and under 1, got: 1.0
          {W, 'slow-read': 0}                               | 'slow-read' must be between 1 and 100000000, got: 0
          {W, 'abusers': 2}                                 | 'abusers' must be 0 to 1, got: 2.0
          {W, 'chaos': ['rude']}                            | 'chaos': 'rude' is none of all, fragments, glued
          """)
  void a_value_that_can_not_be_used_is_named_with_its_key(String text, String reason) {
    String json = text.replace("W", "'weights': {'direct': 1}");

    assertThatThrownBy(() -> Workloads.json(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    Path nowhere = folder.resolve("nowhere.json");

    assertThatThrownBy(() -> WorkloadJson.read(nowhere)).hasMessage(nowhere + " does not exist");
  }

  @Test
  void a_file_is_read() throws Exception {
    Path file = folder.resolve("own.json");
    Files.writeString(file, "{\"weights\": {\"direct\": 1}, \"chaos\": [\"all\"]}");
    Workload own = WorkloadJson.read(file).workload();

    assertThat(own.misbehaviour().chaos()).containsExactlyInAnyOrder(Abuse.values());
    assertThat(own.abusers(50)).isEqualTo(5);
  }

  @Test
  void what_is_said_later_overrides_and_a_think_time_replaces_a_rate() {
    WorkloadSettings office = Presets.settings("office");
    WorkloadSettings rate = WorkloadJson.read("{\"rate-per-user\": 2}", "options");
    WorkloadSettings think = WorkloadJson.read("{\"think\": \"2s\"}", "options");

    Workload faster = office.overriddenBy(rate).workload();
    assertThat(faster.pace()).isEqualTo(new Workload.Pace(Arrival.CONSTANT, 2, null));
    assertThat(faster.receivers()).isEqualTo(Popularity.parse("zipf:1"));
    assertThat(Presets.settings("mixed").overriddenBy(think).workload().pace())
        .isEqualTo(new Workload.Pace(Arrival.CONSTANT, 0.5, Times.parse("2s")));
  }
}
