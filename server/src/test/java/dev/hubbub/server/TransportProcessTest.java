package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.ServerProcess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --transport}, also on a machine that has no native one. */
class TransportProcessTest {
  private static final Map<String, String> NO_NATIVE =
      Map.of("JAVA_TOOL_OPTIONS", "-Dio.netty.transport.noNative=true");

  @Test
  void auto_takes_nio_where_nothing_better_is_and_says_why() {
    List<String> options = List.of("--host", "127.0.0.1", "--port", "0", "--admin-port", "off");
    try (ServerProcess server = ServerProcess.start(NO_NATIVE, options)) {
      assertThat(server.outputLine()).contains(" (nio, ");
      server.terminate();
      assertThat(server.exitStatus()).isZero();
      assertThat(server.errors())
          .contains("transport=\"nio\" transport_reason=\"auto: epoll is not available here: ")
          .contains("noNative=true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"epoll", "io_uring"})
  void one_that_is_not_available_is_a_usage_error_that_says_why(String transport) {
    List<String> options = List.of("--port", "0", "--transport", transport);
    try (ServerProcess server = ServerProcess.start(NO_NATIVE, options)) {
      assertThat(server.exitStatus()).isEqualTo(2);
      assertThat(server.output()).isEmpty();
      assertThat(server.errors())
          .contains("'--transport' " + transport + " is not available here: ")
          .contains("noNative=true");
    }
  }

  @Test
  void an_unknown_one_is_a_usage_error() {
    try (ServerProcess server = ServerProcess.start("--transport", "turbo")) {
      assertThat(server.exitStatus()).isEqualTo(2);
      assertThat(server.errors())
          .contains("'--transport' must be auto, epoll, io_uring or nio, got: turbo");
    }
  }
}
