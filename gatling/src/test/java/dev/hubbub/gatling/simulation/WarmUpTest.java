package dev.hubbub.gatling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.gatling.GatlingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is done before the load is in no figure, and is not hidden either. */
class WarmUpTest {
  @TempDir private Path folder;

  @Test
  void its_requests_are_in_no_figure_and_its_length_is_told() throws IOException {
    GatlingRun run = storm(Map.of("users", 10, "rounds", 2, "warmupSeconds", 1));

    assertThat(run.exitStatus()).as(run.output()).isEqualTo(ExitStatus.DONE);
    assertThat(run.output())
        .containsPattern("(?s)---- warm-up -.*done: +20\\b")
        .doesNotContain("> warm-up")
        .containsPattern("a warm-up of \\d+\\.\\d s before it is left out")
        .containsPattern("echo +20 +\\d+\\.\\d{3} ");
    JsonNode stats = stats();
    double warmupSeconds = stats.path("warmupSeconds").doubleValue();
    assertThat(warmupSeconds).isBetween(1.0, stats.path("elapsedSeconds").doubleValue());
    JsonNode total = stats.path("total");
    assertThat(total.path("succeeded").longValue()).isEqualTo(60);
    assertThat(total.path("times").path("count").longValue()).isEqualTo(60);
    assertThat(stats.path("steps").findValuesAsString("name"))
        .containsExactlyInAnyOrder("join", "echo", "leave");
    double loadSeconds = stats.path("elapsedSeconds").doubleValue() - warmupSeconds;
    assertThat(total.path("perSecond").doubleValue() * loadSeconds).isCloseTo(60, offset(0.01));
  }

  @Test
  void what_fails_in_it_fails_the_run() throws IOException {
    GatlingRun run = storm(Map.of("users", 1, "rounds", 1, "warmupSeconds", 1, "port", 1));

    assertThat(run.exitStatus()).as(run.output()).isEqualTo(ExitStatus.MISSED);
    assertThat(run.output()).containsPattern("> warm-up join +\\| +20 \\| +0 \\| +20\n");
    assertThat(stats().path("total").path("failed").longValue()).isEqualTo(21);
  }

  @Test
  void its_length_is_checked_by_name() {
    GatlingRun run = storm(Map.of("warmupSeconds", -1));

    assertThat(run.exitStatus()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.output())
        .startsWith("hubbub gatling: '-DwarmupSeconds' must be between 0 and 3600, got: -1");
  }

  private GatlingRun storm(Map<String, Object> parameters) {
    return GatlingRun.of("ReconnectStorm", parameters, folder);
  }

  private JsonNode stats() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Path file = files.filter(one -> one.endsWith("stats.json")).findFirst().orElseThrow();
      return JsonMapper.shared().readTree(Files.readString(file));
    }
  }
}
