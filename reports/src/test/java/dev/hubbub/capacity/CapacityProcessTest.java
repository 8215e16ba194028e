package dev.hubbub.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.measure.ResultJson;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.StepSeries;
import dev.hubbub.measure.result.Verdict.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The main job with real processes, against a server that takes 60 users. */
@Timeout(180)
class CapacityProcessTest {
  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;

  @Test
  void a_run_measures_reports_and_leaves_no_process_behind() throws Exception {
    try (Program program = start("--window", "400ms")) {
      program.awaitText("users step 1");

      assertThat(program.exit()).as(program.err()).isEqualTo(ExitStatus.DONE);

      RunResult result = ResultJson.read(folder.resolve("report/capacity.json"));
      assertThat(result.partialReason()).isNull();
      assertThat(Objects.requireNonNull(result.memory()).levels()).hasSize(2);
      DimensionResult users = result.dimensions().getFirst();
      assertThat(users.held()).isEqualTo(60);
      assertThat(users.verdict().kind()).isEqualTo(Kind.AT_LEAST);
      assertThat(users.verdict().reason())
          .startsWith("the server's configured maximum of 60 connections was held");
      assertThat(users.steps()).extracting(StepResult::users).contains(60);
      assertThat(result.dimensions()).extracting(DimensionResult::dimension).contains("rate");
      StepSeries series = Objects.requireNonNull(users.steps().getLast().series());
      assertThat(series.generator().deliveredPerSecond()).isNotEmpty();
      assertThat(series.server().cpuShare()).isNotEmpty().doesNotContainNull();
      assertThat(folder.resolve("report/index.html")).isNotEmptyFile();
      assertThat(folder.resolve("report/summary.md")).isNotEmptyFile();
      assertThat(program.out().lines())
          .first()
          .asString()
          .startsWith("users: at least 60 (AT_LEAST: ");
      assertThat(program.out().strip()).endsWith("index.html");
      assertThat(program.leftovers()).isEmpty();
    }
  }

  @Test
  void a_run_that_is_told_to_stop_writes_what_it_has_and_stops_what_it_started() throws Exception {
    try (Program program = start("--window", "50s")) {
      program.awaitText("users step 1").terminate();

      assertThat(program.exit()).as(program.err()).isEqualTo(TERMINATED);

      RunResult result = ResultJson.read(folder.resolve("report/capacity.json"));
      assertThat(result.partialReason()).isEqualTo("interrupted");
      assertThat(result.memory()).isNotNull();
      assertThat(result.dimensions().getFirst().verdict().reason()).startsWith("interrupted");
      assertThat(folder.resolve("report/index.html")).isNotEmptyFile();
      assertThat(program.out()).startsWith("PARTIAL: interrupted");
      assertThat(program.leftovers()).isEmpty();
    }
  }

  @Test
  void a_server_that_crashes_ends_the_run_with_what_was_found_before() throws Exception {
    try (Program program = start("--window", "3s")) {
      program.awaitText("users step 1").crashFirstChild();

      assertThat(program.exit()).isEqualTo(ExitStatus.FAILED);

      assertThat(program.err()).contains("the server ended by itself with status 137");
      assertThat(ResultJson.read(folder.resolve("report/capacity.json")).partialReason())
          .startsWith("the server ended by itself");
      assertThat(program.leftovers()).isEmpty();
    }
  }

  @Test
  void a_server_that_can_not_be_started_is_an_error_in_its_own_words() throws Exception {
    try (Program program = start("--server-arg=--no-such-option")) {
      assertThat(program.exit()).isEqualTo(ExitStatus.FAILED);

      assertThat(program.err())
          .contains("the server could not be started")
          .contains("--no-such-option");
      assertThat(folder.resolve("report/capacity.json")).doesNotExist();
    }
  }

  @Test
  void what_is_no_chat_server_is_an_error() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Program program =
            Program.start(
                folder,
                List.of(
                    "capacity",
                    "--out",
                    folder.resolve("report").toString(),
                    "--host",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(silent.getLocalPort()),
                    "--connect-timeout",
                    "300ms"))) {
      assertThat(program.exit()).isEqualTo(ExitStatus.FAILED);

      assertThat(program.err()).contains("no chat server at 127.0.0.1:" + silent.getLocalPort());
    }
  }

  // Limits so wide that a slow machine holds them: what is tested is the way, not the speed.
  private Program start(String... further) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "capacity",
                "--quick",
                "--out",
                folder.resolve("report").toString(),
                "--server-arg=--max-connections=60",
                "--server-arg=--max-unregistered=60",
                "--users-start",
                "30",
                "--rate-users",
                "20",
                "--rate-start",
                "100",
                "--memory-step",
                "20",
                "--memory-levels",
                "2",
                "--warmup",
                "0s",
                "--settle",
                "100ms",
                "--confirm-window",
                "500ms",
                "--steps-max",
                "3",
                "--slo-p99-ms",
                "20000",
                "--budget",
                "200s"));
    arguments.addAll(List.of(further));
    return Program.start(folder, arguments);
  }
}
