package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends of connections, on real sockets: what was answered arrives. */
class ClosingContractTest {
  @RegisterExtension final ServerFixture server = ServerFixture.with();

  @Test
  void a_half_closed_client_gets_all_replies_and_then_the_end() {
    int requests = 5_000;
    TestClient alice =
        server.connect().send("alice\n" + Json.message("/help", "").repeat(requests)).endOutput();

    List<Received> replies = alice.readToEnd();

    assertThat(replies).hasSize(1 + requests);
    assertThat(replies.subList(1, replies.size()))
        .allMatch(reply -> reply.msg().startsWith("Available commands:"));
  }

  @Test
  void a_half_closed_client_gets_all_replies_though_it_reads_late() {
    int requests = 40_000;
    TestClient alice = server.joinWithSmallBuffer("alice");
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(
            () -> alice.send(Json.message("/help", "").repeat(requests)).endOutput());
    await().atMost(TestClient.PATIENCE).until(() -> server.count("hubbub.clients.paused") > 0);

    assertThat(alice.readToEnd()).hasSize(requests);
    assertThat(sending).succeedsWithin(TestClient.PATIENCE);
  }

  @Test
  void what_a_client_said_before_it_closed_is_delivered_in_order() {
    TestClient bob = server.join("bob");
    int messages = 500;
    StringBuilder said = new StringBuilder();
    IntStream.range(0, messages).forEach(i -> said.append(Json.message("bob", "m" + i)));

    server.join("alice").send(said.toString()).endOutput().expectEnd();

    assertThat(bob.read(messages))
        .extracting(Received::msg)
        .containsExactlyElementsOf(IntStream.range(0, messages).mapToObj(i -> "m" + i).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad\u0007name\n", "alice\n[[", "alice\n{\"a\":[[[[[[[[[[[[[[[[[["})
  void the_reply_before_a_close_arrives_though_the_client_keeps_sending(String beginning) {
    TestClient client = server.connect();
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(() -> sendUntil(client.send(beginning), enough));

    List<Received> replies = client.readToEnd();

    enough.set(true);
    sending.join();
    assertThat(replies.getLast().msg()).matches("(?s)[⛔❌] Error: .*(nvalid|too deep).*");
  }

  @Test
  void a_client_that_resets_disturbs_nobody() {
    TestClient bob = server.join("bob");
    for (int i = 0; i < 20; i++) {
      TestClient alice = server.join("alice" + i);
      alice.send(Json.message("/help", "").repeat(200)).reset();
    }

    bob.expectNothing();
  }

  @Test
  void the_server_closes_a_rejected_connection_that_stays_silent_and_open() {
    TestClient full = server.connect().send("SERVER\n");
    assertThat(full.readToEnd()).hasSize(1);

    // The server reads and discards for a while, then it is over for good.
    await().atMost(TestClient.PATIENCE).until(() -> isRefused(full));
  }

  private static boolean isRefused(TestClient client) {
    try {
      client.send("x");
      return false;
    } catch (UncheckedIOException e) {
      return true;
    }
  }

  // Bad inputs without an end; the server has closed when writing fails.
  private static void sendUntil(TestClient client, AtomicBoolean enough) {
    try {
      while (!enough.get()) {
        client.send("{}\n".repeat(100));
      }
    } catch (UncheckedIOException e) {
      return;
    }
  }
}
