package dev.hubbub.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small comparison with real processes: the server and the echo server. */
@Timeout(180)
class CompareProcessTest {
  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;

  @Test
  void the_server_is_set_against_echo_and_no_process_is_left_behind() throws Exception {
    try (Program program = start("--duration", "1s")) {
      program.awaitText("round 1 of 1, 200 messages/s, echo");

      // On a machine that others use, latency says nothing; what a message costs does.
      assertThat(program.exit()).as(program.err()).isIn(ExitStatus.DONE, ExitStatus.INVALID);

      JsonNode result = result();
      assertThat(result.path("contenders").findValuesAsString("name"))
          .containsExactly("server", "echo");
      for (JsonNode contender : result.path("contenders")) {
        JsonNode step = contender.path("steps").path(0).path("step");
        assertThat(step.path("messages").path("delivered").asInt()).isEqualTo(200);
        assertThat(step.path("messages").path("lost").asInt()).isZero();
        assertThat(step.path("server").path("cpuMicrosPerMessage").asDouble()).isPositive();
        JsonNode registrations = contender.path("registrations").path(0);
        assertThat(registrations.path("registered").asInt()).isEqualTo(20);
        assertThat(registrations.path("failed").asInt()).isZero();
        assertThat(registrations.path("perSecond").asDouble()).isPositive();
        assertThat(registrations.path("serverCpuMicros").asDouble()).isPositive();
        assertThat(contender.path("memory").path("levels")).hasSize(3);
      }
      assertThat(result.path("ratios").findValuesAsString("metric"))
          .contains("cpu", "registration");
      assertThat(program.out())
          .contains("CPU a message at 200/s")
          .contains("CPU a registration")
          .contains("server / peer")
          .startsWith(Files.readString(folder.resolve("report/compare.txt")));
      assertThat(program.leftovers()).isEmpty();
    }
  }

  @Test
  void a_comparison_that_is_told_to_stop_writes_what_it_has_and_stops_what_it_started()
      throws Exception {
    try (Program program = start("--duration", "50s")) {
      program.awaitText("round 1 of 1").terminate();

      assertThat(program.exit()).as(program.err()).isEqualTo(TERMINATED);

      assertThat(result().path("partialReason").asString()).isEqualTo("interrupted");
      assertThat(program.out()).contains("PARTIAL: interrupted");
      assertThat(program.leftovers()).isEmpty();
    }
  }

  private JsonNode result() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve("report/compare.json")));
  }

  private Program start(String... further) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "compare",
                "--with",
                "echo",
                "--out",
                folder.resolve("report").toString(),
                "--users",
                "20",
                "--rates",
                "200",
                "--rounds",
                "1",
                "--settle",
                "100ms",
                "--warmup",
                "200ms",
                "--search-rounds",
                "0",
                "--registrations",
                "20",
                "--memory-step",
                "10",
                "--memory-levels",
                "3",
                "--slo-p99-ms",
                "20000"));
    arguments.addAll(List.of(further));
    return Program.start(folder, arguments);
  }
}
