package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.ServerProcess;
import dev.hubbub.server.testing.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program in a process of its own: what it prints, and how it ends. */
class ServerProcessTest {
  @Test
  void says_in_one_line_where_it_listens_and_ends_well_on_sigterm() {
    try (ServerProcess server = ServerProcess.start("--host", "127.0.0.1", "--port", "0")) {
      String line = server.outputLine();

      assertThat(line)
          .matches(
              "Hubbub is listening on 127\\.0\\.0\\.1:[1-9]\\d* \\((epoll|nio), \\d+ event"
                  + " loops?, at most \\d+ connections\\)");

      server.terminate();
      assertThat(server.exitStatus()).isZero();
      assertThat(server.output()).isEmpty();
    }
  }

  @Test
  void delivers_what_is_queued_on_sigterm_and_says_that_it_ends() {
    int messages = 50;
    try (ServerProcess server = ServerProcess.start("--host", "127.0.0.1", "--port", "0")) {
      int port = server.port();
      TestClient slow = TestClient.connectWithReceiveBuffer(port, 32_768).join("slow");
      TestClient sender = TestClient.connect(port).join("sender");
      TestClient idle = TestClient.connect(port).join("idle");
      sender.send(Json.message("slow", "m".repeat(30_000)).repeat(messages));
      sender.expectNothing();

      server.terminate();

      for (TestClient user : List.of(sender, idle)) {
        assertThat(user.readToEnd())
            .extracting(Received::msg)
            .containsExactly("Server is shutting down.");
        user.close();
      }
      List<Received> delivered = slow.readToEnd();
      slow.close();
      assertThat(delivered).hasSize(messages + 1);
      assertThat(delivered.getLast().msg()).isEqualTo("Server is shutting down.");
      assertThat(server.exitStatus()).isZero();
    }
  }

  @Test
  void a_user_that_does_not_read_delays_the_end_no_longer_than_the_drain_timeout() {
    try (ServerProcess server =
        ServerProcess.start("--host", "127.0.0.1", "--port", "0", "--drain-timeout", "100ms")) {
      int port = server.port();
      try (TestClient slow = TestClient.connectWithReceiveBuffer(port, 32_768).join("slow");
          TestClient sender = TestClient.connect(port).join("sender")) {
        sender.send(Json.message("slow", "m".repeat(30_000)).repeat(55)).expectNothing();

        server.terminate();

        assertThat(server.exitStatus()).isZero();
        assertThat(server.errors()).contains("before all that was queued for them was delivered");
        slow.readUntilGone();
      }
    }
  }

  @Test
  void a_taken_port_is_an_error_that_names_the_option() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "" + taken.getLocalPort();
      try (ServerProcess server = ServerProcess.start("--host", "127.0.0.1", "--port", port)) {
        assertThat(server.exitStatus()).isEqualTo(1);
        assertThat(server.output()).isEmpty();
        assertThat(server.errors()).contains("'--port' " + port).contains("ddress already in use");
        assertThat(server.errors().lines()).hasSize(1);
      }
    }
  }

  @Test
  void an_unknown_host_is_an_error_that_names_the_option() {
    try (ServerProcess server = ServerProcess.start("--host", "no.such.host.invalid")) {
      assertThat(server.exitStatus()).isEqualTo(1);
      assertThat(server.errors()).contains("'--host'").contains("no.such.host.invalid");
    }
  }

  @ParameterizedTest
  @CsvSource({"--port, 65536", "--stall-timeout, 5", "--no-such-option, 1"})
  void a_wrong_option_is_a_usage_error_that_names_option_and_value(String option, String value) {
    try (ServerProcess server = ServerProcess.start(option, value)) {
      assertThat(server.exitStatus()).isEqualTo(2);
      assertThat(server.output()).isEmpty();
      assertThat(server.errors()).contains(option).contains(value);
      assertThat(server.errors()).contains("--help").doesNotContain("\tat ");
    }
  }

  @Test
  void options_may_come_from_the_environment() {
    Map<String, String> environment =
        Map.of("HUBBUB_PORT", "0", "HUBBUB_HOST", "127.0.0.1", "HUBBUB_MAX_CONNECTIONS", "7");
    try (ServerProcess server = ServerProcess.start(environment, List.of())) {
      assertThat(server.outputLine())
          .startsWith("Hubbub is listening on 127.0.0.1:")
          .endsWith("at most 7 connections)");
    }
  }

  @Test
  void a_wrong_value_in_the_environment_is_a_usage_error() {
    try (ServerProcess server = ServerProcess.start(Map.of("HUBBUB_PORT", "99999"), List.of())) {
      assertThat(server.exitStatus()).isEqualTo(2);
      assertThat(server.errors()).contains("'--port'").contains("99999");
    }
  }

  @Test
  void help_and_version_go_to_standard_output() {
    try (ServerProcess help = ServerProcess.start("--help");
        ServerProcess version = ServerProcess.start("--version")) {
      assertThat(help.exitStatus()).isZero();
      assertThat(help.output()).contains("--port", "65432", "--drain-timeout", "HUBBUB_");
      assertThat(help.errors()).isEmpty();
      assertThat(version.exitStatus()).isZero();
      assertThat(version.output()).startsWith("Hubbub ");
    }
  }
}
