package dev.hubbub.gatling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.gatling.GatlingRun;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries by a real server to receivers that stall or close. */
class DeliveryTest {
  @TempDir private Path folder;

  private ServerProcess server;

  @BeforeEach
  void start() throws IOException {
    server = ServerProcess.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void what_a_receiver_does_not_get_fails_by_name_and_its_sender_goes_on() throws Exception {
    try (Socket stalling = registered("stalling");
        Socket closing = registered("closing")) {
      Thread closer = Thread.ofVirtual().start(() -> closeOnMessage(closing));

      GatlingRun run =
          GatlingRun.of(
              DeliverySimulation.class.getName(),
              Map.of("port", server.address().getPort()),
              folder);

      closer.join();
      assertThat(stalling.isClosed()).isFalse();
      assertThat(run.exitStatus()).as(run.output()).isEqualTo(ExitStatus.DONE);
      assertThat(run.output().substring(run.output().lastIndexOf("---- Requests")))
          .containsPattern("> to stalling +\\| +1 \\| +0 \\| +1\n")
          .containsPattern("> to closing +\\| +1 \\| +0 \\| +1\n")
          .containsPattern("> to closed +\\| +1 \\| +0 \\| +1\n")
          .containsPattern("> to self +\\| +1 \\| +1 \\| +0\n")
          .containsPattern("> leave +\\| +1 \\| +1 \\| +0\n")
          .containsPattern("> not done within 500 ms +2 ")
          .containsPattern("> refused: .*'closing' is not available.* 1 ")
          .containsPattern("active: +0 .* done: +1\\b");
    }
  }

  private Socket registered(String name) throws IOException {
    Socket socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8));
    awaitText(socket, "Welcome " + name);
    return socket;
  }

  private static void closeOnMessage(Socket socket) {
    try (socket) {
      awaitText(socket, "hello");
    } catch (IOException e) {
      // The server has ended: the test says what it expected.
    }
  }

  private static void awaitText(Socket socket, String text) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(text) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("the server closed before it said '" + text + "'");
      }
      read.append((char) next);
    }
  }
}
