package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.AdminClient;
import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.ServerProcess;
import dev.hubbub.server.testing.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The admin port of the program, while it runs and while it ends. */
class OperationsProcessTest {
  @Test
  void while_it_drains_it_is_healthy_and_measured_but_not_ready() {
    try (ServerProcess server =
        ServerProcess.start(
            "--host", "127.0.0.1", "--port", "0", "--admin-port", "0", "--drain-timeout", "20s")) {
      int port = server.port();
      AdminClient admin = AdminClient.of(server);
      assertThat(admin.get("/readyz").statusCode()).isEqualTo(200);
      // Who doesn't read holds the drain until it does.
      TestClient slow = TestClient.connectWithReceiveBuffer(port, 32_768).join("slow");
      TestClient sender = TestClient.connect(port).join("sender");
      sender.send(Json.message("slow", "m".repeat(30_000)).repeat(55)).expectNothing();

      server.terminate();

      await()
          .atMost(TestClient.PATIENCE)
          .untilAsserted(() -> assertThat(admin.get("/readyz").statusCode()).isEqualTo(503));
      sender.readToEnd();
      assertThat(admin.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(admin.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(admin.get("/metrics").body()).contains("hubbub_users 0.0");
      slow.readToEnd();
      slow.close();
      sender.close();
      assertThat(server.exitStatus()).isZero();
    }
  }

  @Test
  void a_taken_port_that_was_asked_for_is_an_error() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerProcess server =
            ServerProcess.start(
                "--host", "127.0.0.1", "--port", "0", "--admin-port", "" + taken.getLocalPort())) {
      assertThat(server.exitStatus()).isEqualTo(1);
      assertThat(server.output()).isEmpty();
      assertThat(server.errors()).contains("'--admin-port' " + taken.getLocalPort());
    }
  }

  @Test
  void two_servers_start_without_options_for_it() {
    try (ServerProcess one = ServerProcess.start("--host", "127.0.0.1", "--port", "0");
        ServerProcess other = ServerProcess.start("--host", "127.0.0.1", "--port", "0")) {
      assertThat(one.port()).isPositive();
      assertThat(other.port()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"65536", "-1", "on", ""})
  void what_is_no_port_is_a_usage_error(String port) {
    try (ServerProcess server = ServerProcess.start("--port", "0", "--admin-port=" + port)) {
      assertThat(server.exitStatus()).isEqualTo(2);
      assertThat(server.errors()).contains("'--admin-port'");
    }
  }
}
