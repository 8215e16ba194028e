package dev.hubbub.gatling.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.gatling.GatlingRun;
import dev.hubbub.protocol.ServerTexts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run against servers that do wrong: the report says what, and no virtual user is lost. */
class FailureTest {
  @TempDir private Path folder;

  private final Map<String, FaultyServer> servers = new HashMap<>();
  private final Socket notListening = new Socket();

  @BeforeEach
  void start() throws IOException {
    notListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    servers.put("closing", new FaultyServer(FaultyServer::readLine));
    servers.put("stalling", new FaultyServer(client -> client.getInputStream().readAllBytes()));
    servers.put("resetting", new FaultyServer(FailureTest::reset));
    servers.put("babbling", new FaultyServer(FailureTest::babble));
    servers.put("refusing", new FaultyServer(FailureTest::refuse));
    servers.put("dropping", new FaultyServer(FailureTest::welcomeAndDrop));
    servers.put("late", new FaultyServer(FailureTest::answerLate));
    servers.put("leaving", new FaultyServer(FailureTest::deliverOnceAndRefuse));
  }

  @AfterEach
  void stop() throws IOException {
    notListening.close();
    for (FaultyServer server : servers.values()) {
      server.close();
    }
  }

  @Test
  void every_failure_is_named_and_every_user_ends() {
    Map<String, Integer> ports = new HashMap<>();
    servers.forEach((fault, server) -> ports.put(fault, server.port()));
    ports.put("absent", notListening.getLocalPort());

    String output = GatlingRun.of(FaultySimulation.class.getName(), ports, folder).output();

    String summary = output.substring(output.lastIndexOf("---- Requests"));
    assertThat(summary)
        .containsPattern("> not connected: .*Connection refused.* 3 ")
        .containsPattern("> closed by the server +6 ")
        .containsPattern("> connection lost: .*Connection reset.* 3 ")
        .containsPattern("> invalid reply: expected '\\{' +3 ")
        .containsPattern("> refused: " + ServerTexts.USERNAME_TAKEN + " +3 ")
        .containsPattern("> mistaken: No attribute named 'missing' is defined +3 ")
        .containsPattern("> not done within 500 ms +12 ")
        .containsPattern("> unexpected reply: ❌ Error: third +3 ")
        .containsPattern("> unexpected reply: fourth +3 ")
        .containsPattern("> second +\\| +3 \\| +3 \\| +0\\n")
        .containsPattern("> too late +\\| +3 \\| +0 \\| +3\\n")
        .containsPattern("> rejoin +\\| +3 \\| +3 \\| +0\\n")
        .containsPattern("> arrived +\\| +3 \\| +3 \\| +0\\n")
        .containsPattern("> absent +\\| +3 \\| +3 \\| +0\\n")
        .containsPattern("> after two +\\| +3 \\| +3 \\| +0\\n")
        .containsPattern("> leave +\\| +3 \\| +3 \\| +0\\n")
        .doesNotContain("> never");
    assertThat(summary.lines().filter(line -> line.matches(".*active: +0 .* done: +3")))
        .hasSize(ports.size());
  }

  private static void reset(Socket client) throws IOException {
    FaultyServer.readLine(client);
    client.setSoLinger(true, 0);
  }

  private static void babble(Socket client) throws IOException {
    client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.UTF_8));
    client.getInputStream().readAllBytes();
  }

  private static void refuse(Socket client) throws IOException {
    FaultyServer.readLine(client);
    FaultyServer.say(client, ServerTexts.USERNAME_TAKEN);
  }

  private static void welcomeAndDrop(Socket client) throws IOException {
    FaultyServer.readLine(client);
    FaultyServer.say(client, "Welcome someone!");
  }

  private static void answerLate(Socket client) throws IOException {
    FaultyServer.readLine(client);
    FaultyServer.say(client, "Welcome someone!");
    FaultyServer.readLine(client);
    FaultyServer.readLine(client);
    FaultyServer.say(client, "first");
    FaultyServer.say(client, "second");
    FaultyServer.readLine(client);
    FaultyServer.say(client, "❌ Error: third");
    FaultyServer.readLine(client);
    FaultyServer.say(client, "fourth");
    client.getInputStream().readAllBytes();
  }

  // The two refusals that nobody waits for any more come with the last answer.
  private static void deliverOnceAndRefuse(Socket client) throws IOException {
    FaultyServer.readLine(client);
    FaultyServer.say(client, "Welcome someone!");
    client.getOutputStream().write(FaultyServer.readLine(client));
    FaultyServer.readLine(client);
    FaultyServer.say(client, ServerTexts.notAvailable("peer"));
    FaultyServer.readLine(client);
    FaultyServer.readLine(client);
    FaultyServer.readLine(client);
    FaultyServer.say(client, ServerTexts.notAvailable("peer"));
    FaultyServer.say(client, ServerTexts.notAvailable("other"));
    FaultyServer.say(client, "answer");
    client.getInputStream().readAllBytes();
  }
}
