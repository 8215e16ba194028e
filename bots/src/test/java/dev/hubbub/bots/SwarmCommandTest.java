package dev.hubbub.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.bots.engine.ToyServer;
import dev.hubbub.bots.engine.ToyServer.Fate;
import dev.hubbub.bots.workload.Presets;
import dev.hubbub.cli.Commands;
import dev.hubbub.cli.ExitStatus;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SwarmCommandTest {
  private static final Duration END_MAX = Duration.ofSeconds(40);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void no_process_is_left() {
    await().atMost(END_MAX).until(() -> ChildProcesses.ofThisProcess().isEmpty());
  }

  @Test
  void a_real_server_passes_and_the_result_is_told_in_text_and_json() throws Exception {
    Path json = folder.resolve("swarm.json");
    try (RealServer server = RealServer.start()) {
      int status =
          run(server.port(), "--users 12 --duration 2s --rate-per-user 10 --seed 7 --json " + json);

      assertThat(status).as(out + "\n" + err).isEqualTo(ExitStatus.DONE);
    }
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("127.0.0.1:\\d+: 12 users, 2.0 s, seed 7, workload mixed"))
        .anyMatch(line -> line.startsWith("direct message "))
        .anyMatch(line -> line.startsWith("/shout copies "))
        .anyMatch(line -> line.startsWith("return "))
        .last()
        .isEqualTo("PASSED: nothing lost, duplicated, reordered or dropped.");
    assertThat(err.toString()).contains("seed 7").doesNotContain("\u001b");
    JsonNode result = JsonMapper.builder().build().readTree(Files.readString(json));
    assertThat(result.path("kind").asString()).isEqualTo("swarm");
    assertThat(result.path("seed").asInt()).isEqualTo(7);
    assertThat(result.path("problems").size()).isZero();
    assertThat(result.path("options").path("--users").asString()).isEqualTo("12");
    long planned = 0;
    for (JsonNode action : result.path("measured").path("actions")) {
      String name = action.path("action").asString();
      planned +=
          name.equals("RETURN") || name.equals("SHOUT_COPY")
              ? 0
              : action.path("counts").path("offered").asLong();
    }
    assertThat(planned).isEqualTo(240);
  }

  @Test
  void workloads_are_listed_with_a_sentence_each() {
    assertThat(run(1, "--workload list")).isEqualTo(ExitStatus.DONE);

    assertThat(out.toString()).isEqualTo(Presets.list());
  }

  @Test
  void heartbeats_come_with_bare_names_in_groups_and_get_their_error_replies() throws Exception {
    try (RealServer server = RealServer.start()) {
      int status =
          run(
              server.port(),
              "--workload heartbeat --think 400ms --ramp 10/500ms --users 30 --duration 2s");

      assertThat(status).as(out + "\n" + err).isEqualTo(ExitStatus.DONE);
    }
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("127.0.0.1:\\d+: 10 to 30 users, .* workload heartbeat"))
        .anyMatch(line -> line.matches("join +20 +20 +0 +0 .*"))
        .anyMatch(line -> line.matches("to Everyone +\\d+ +\\d+ +0 +0 .*"));
  }

  @Test
  void a_real_server_withstands_chaos_beside_an_office_of_slow_readers() throws Exception {
    Path json = folder.resolve("swarm.json");
    Path own = folder.resolve("own.json");
    Files.writeString(own, "{\"weights\": {\"direct\": 9, \"shout\": 1}, \"slow-readers\": 0.1}");
    try (RealServer server = RealServer.start(0, "--registration-timeout", "1s")) {
      int status =
          run(
              server.port(),
              "--workload "
                  + own
                  + " --users 20 --duration 3s --churn 0.05 --receivers zipf:1"
                  + " --chaos all --abusers 0.6 --json "
                  + json);

      assertThat(status).as(out + "\n" + err).isEqualTo(ExitStatus.DONE);
    }
    JsonNode result = JsonMapper.builder().build().readTree(Files.readString(json));
    JsonNode chaos = result.path("measured").path("chaos");
    assertThat(chaos.size()).isEqualTo(12);
    for (JsonNode count : chaos) {
      assertThat(count.path("violations").asInt()).isZero();
      assertThat(count.path("done").asInt() + count.path("unfinished").asInt()).isPositive();
    }
    assertThat(result.path("workload").path("receivers").asString()).isEqualTo("zipf:1");
    assertThat(out.toString().lines())
        .anyMatch(line -> line.startsWith("to slow reader "))
        .anyMatch(line -> line.matches("name-race +[1-9]\\d* .*"));
  }

  @Test
  void wrong_answers_to_chaos_miss_the_threshold() {
    try (ToyServer server = ToyServer.sound()) {
      int status =
          run(
              server.port(),
              "--workload direct --rate-per-user 5 --users 4 --duration 1s --chaos fragments");

      assertThat(status).isEqualTo(ExitStatus.MISSED);
    }
    assertThat(out.toString()).contains("fragments: ");
    assertThat(out.toString().lines())
        .last()
        .asString()
        .matches("FAILED: .*\\d+ wrong answers to fragments.*");
  }

  @Test
  void messages_that_a_server_loses_miss_the_threshold() {
    try (ToyServer server = ToyServer.with((n, to) -> n % 5 == 0 ? Fate.DROP : Fate.PASS)) {
      int status =
          run(
              server.port(),
              "--users 4 --duration 1s --rate-per-user 20 --weights direct=1 --drain-timeout 2s");

      assertThat(status).isEqualTo(ExitStatus.MISSED);
    }
    assertThat(out.toString().lines()).last().asString().isEqualTo("FAILED: 16 lost.");
  }

  @Test
  void without_a_server_the_run_is_not_possible() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertThat(run(port, "")).isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString())
        .contains("no server answers at 127.0.0.1:" + port + ": Connection refused");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_server_that_lets_two_users_have_one_name_is_not_tested_further() {
    try (ToyServer server = ToyServer.withSharedNames()) {
      assertThat(run(server.port(), "")).isEqualTo(ExitStatus.FAILED);
    }
    assertThat(err.toString()).contains("gave a name to a second user that was taken");
  }

  @Test
  void a_server_that_is_full_is_not_tested_further() {
    try (ToyServer server = ToyServer.fullWith(0)) {
      assertThat(run(server.port(), "")).isEqualTo(ExitStatus.FAILED);
    }
    assertThat(err.toString()).contains("did not welcome a user: ⛔ Error: Server full.");
  }

  @Test
  void something_that_is_no_chat_server_is_said_so() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(run(silent.getLocalPort(), "--connect-timeout 100ms"))
          .isEqualTo(ExitStatus.FAILED);
    }
    assertThat(err.toString()).contains("did not welcome a user within 100 ms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --users 0                | '--users' must be between 1 and 1000000, got: 0
          --port 65536             | '--port' must be between 1 and 65535, got: 65536
          --duration 0s            | '--duration' must be positive, got: 0s
          --duration ten           | 'ten' is not a time
          --rate-per-user -1       | '--rate-per-user' must be over 0 and at most 1000000, got: -1.0
          --rate-per-user Infinity | '--rate-per-user' must be over 0 and at most 1000000, got: Infinity
          --payload 23             | '--payload' must be between 24 and 60000, got: 23
          --weights return=1       | '--weights' has no action 'return'
          --workload offce         | '--workload': 'offce' is none of direct, mixed, office
          --think soon             | '--think': 'soon' is not a time such as 500ms, 10s or 2m
          --churn 2                | '--churn' must be 0 to 1, got: 2.0
          --chaos rude             | '--chaos': 'rude' is none of all, fragments, glued
          --ramp never             | '--ramp': 'never' is not a time such as 500ms, 10s or 2m
          --storm 0s               | '--storm' must be over 0, got: 0s
          --receivers zipf         | '--receivers': 'zipf' is neither uniform nor zipf:EXPONENT
          --weights direct=0       | '--weights' must be over 0 for an action, got: {DIRECT=0}
          --weights direct=-1      | '--weights' must be between 0 and 1000000, got: -1
          """)
  void a_value_that_can_not_be_used_is_named_with_its_option(String arguments, String message) {
    assertThat(run(1, arguments)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains(message);
  }

  @Test
  void told_to_end_it_says_what_it_has_and_leaves_no_worker() throws Exception {
    try (ToyServer server = ToyServer.sound()) {
      Process program = start(server.port(), "--users 4 --duration 1h --rate-per-user 50");
      try {
        BufferedReader errors = program.errorReader();
        String line = errors.readLine();
        while (line != null && !line.contains("delivered")) {
          line = errors.readLine();
        }
        List<ProcessHandle> workers = ChildProcesses.of(program.toHandle());
        assertThat(workers).hasSize(1);
        // Unlike that of the process, the destroy() of its handle leaves the streams open.
        program.toHandle().destroy();
        String text = program.inputReader().lines().collect(Collectors.joining("\n"));

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(text)
            .endsWith(
                "PASSED (partial: interrupted): nothing lost, duplicated, reordered or dropped.");
        await().atMost(END_MAX).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
      } finally {
        program.destroyForcibly();
      }
    }
  }

  @Test
  void when_it_is_killed_its_workers_end_too() throws Exception {
    try (ToyServer server = ToyServer.sound()) {
      Process program = start(server.port(), "--users 4 --duration 1h --rate-per-user 1");
      await().atMost(END_MAX).until(() -> ChildProcesses.of(program.toHandle()).size() == 1);
      List<ProcessHandle> workers = ChildProcesses.of(program.toHandle());
      program.destroyForcibly();

      await().atMost(END_MAX).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }
  }

  private int run(int port, String options) {
    CommandLine line = Commands.commandLine(new SwarmCommand(), Map.of());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments(port, options).toArray(String[]::new));
  }

  private static Process start(int port, String options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add(SwarmProgram.class.getName());
    command.addAll(arguments(port, options));
    return new ProcessBuilder(command).start();
  }

  // Options that are given come last and would be repeated: the port is left out for those.
  private static List<String> arguments(int port, String options) {
    List<String> arguments = new ArrayList<>();
    if (!options.contains("--port")) {
      arguments.addAll(List.of("--port", String.valueOf(port)));
    }
    if (!options.isBlank()) {
      arguments.addAll(List.of(options.split(" ")));
    }
    return arguments;
  }
}
