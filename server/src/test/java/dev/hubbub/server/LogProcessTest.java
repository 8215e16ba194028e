package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.ServerProcess;
import dev.hubbub.server.testing.TestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program logs on standard error, whatever its clients send. */
class LogProcessTest {
  private static final String TIME =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) ";
  private static final String LINE =
      TIME + "(INFO |WARN |ERROR|DEBUG) \\w+ - [^\\p{C}\\p{Zl}\\p{Zp}]+";
  private static final String SECRET = "what-they-told-each-other";
  private static final String FORGED = "\n2026-01-01T00:00:00.000Z INFO  ServerProgram - forged";
  private static final String DISGUISED = "\u202e\u2028\u0085\u001b[2Jforged";

  @Test
  void by_default_no_connection_is_logged() {
    List<String> lines = linesOfARun("--log-format", "text");

    assertThat(lines).allMatch(line -> line.matches(LINE));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .contains("INFO  ServerProgram - listening address=\"127.0.0.1:")
        .contains("tls=\"off\" transport=\"")
        .contains("transport_reason=\"auto: ", "event_loops=", "connections_max=")
        .contains("operations=\"off\"")
        .containsPattern("since_jvm_start_ms=\\d+");
    assertThat(lines.get(1)).contains("drain begins connections=");
    assertThat(lines.get(2)).contains("stopped undelivered=0 drain_ms=");
  }

  @Test
  void at_debug_each_event_of_a_connection_is_one_line_of_text() {
    List<String> lines = linesOfARun("--log-level", "debug");

    assertThat(lines).allMatch(line -> line.matches(LINE));
    assertThat(lines).noneMatch(line -> line.contains(SECRET));
    assertThat(lines)
        .anyMatch(line -> line.contains("connection opened address=\"127.0.0.1:"))
        .anyMatch(line -> line.contains("user registered") && line.contains("user=\"a\\\"b=c\""))
        .anyMatch(line -> line.contains("bad input") && line.contains("\\u202e\\u2028\\u0085"))
        .anyMatch(line -> line.contains("bad input") && line.contains("\\n2026-01-01T00"))
        .anyMatch(line -> line.contains("turned away") && line.contains("Invalid username"))
        .anyMatch(line -> line.contains("connection closed") && line.contains("user=\"a"));
  }

  @Test
  void as_json_each_line_is_an_object_from_which_the_very_texts_are_read() {
    List<String> lines = linesOfARun("--log-level", "debug", "--log-format", "json");

    assertThat(lines).allMatch(line -> line.matches("[ -~]+"));
    assertThat(lines).noneMatch(line -> line.contains(SECRET));
    List<Map<String, String>> events = lines.stream().map(Json::flat).toList();
    assertThat(events).allMatch(event -> event.keySet().containsAll(List.of("time", "level")));
    assertThat(events)
        .anyMatch(event -> "a\"b=c".equals(event.get("user")))
        .anyMatch(event -> event.getOrDefault("reason", "").contains(DISGUISED))
        .anyMatch(event -> event.getOrDefault("reason", "").contains(FORGED));
  }

  @Test
  void refused_connections_are_a_line_and_a_sum_however_many_they_are() {
    try (ServerProcess server = start("--max-connections", "1")) {
      int port = server.port();
      try (TestClient alice = TestClient.connect(port).join("alice")) {
        List<TestClient> refused = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
          TestClient client = TestClient.connect(port);
          client.readToEnd();
          refused.add(client);
        }
        refused.forEach(TestClient::close);
        alice.expectNothing();
      }
      server.terminate();
      assertThat(server.exitStatus()).isZero();

      List<String> warnings =
          server.errors().lines().filter(line -> line.contains(" WARN ")).toList();
      assertThat(warnings.getFirst())
          .contains("connections are refused: full address=\"127.0.0.1:");
      assertThat(warnings).hasSizeBetween(2, 9).last().asString().contains("the same again");
      assertThat(warnings.stream().mapToInt(LogProcessTest::warnedOf).sum()).isEqualTo(20);
    }
  }

  @ParameterizedTest
  @CsvSource({"--log-format, xml", "--log-level, loud"})
  void an_unknown_format_or_level_is_a_usage_error(String option, String value) {
    try (ServerProcess server = ServerProcess.start(option, value)) {
      assertThat(server.exitStatus()).isEqualTo(2);
      assertThat(server.errors()).contains(option).contains(value);
    }
  }

  /** Events that a line stands for. */
  private static int warnedOf(String line) {
    Matcher count = Pattern.compile("the same again kind=\"full\" count=(\\d+)").matcher(line);
    return count.find() ? Integer.parseInt(count.group(1)) : 1;
  }

  private static ServerProcess start(String... options) {
    List<String> all =
        new ArrayList<>(List.of("--host", "127.0.0.1", "--port", "0", "--admin-port", "off"));
    all.addAll(List.of(options));
    return ServerProcess.start(Map.of(), all);
  }

  /** The log of a server with two good users and some who send what might forge a line. */
  private static List<String> linesOfARun(String... options) {
    try (ServerProcess server = start(options)) {
      int port = server.port();
      try (TestClient alice = TestClient.connect(port).join("a\"b=c");
          TestClient bob = TestClient.connect(port).join("bob");
          TestClient guest = TestClient.connect(port)) {
        alice.say("bob", SECRET);
        assertThat(bob.read().msg()).isEqualTo(SECRET);
        alice.send("{" + Json.string(DISGUISED) + ": " + Json.string(SECRET) + "}").read();
        alice.send("{" + Json.string(FORGED) + ": " + Json.string(SECRET) + "}").read();
        alice.send("{\"msg\": " + SECRET + "}").read();
        alice.send(SECRET + "\n").read();
        guest.send(DISGUISED + "\n").readToEnd();
      }
      server.terminate();
      assertThat(server.exitStatus()).isZero();
      return server.errors().lines().toList();
    }
  }
}
