package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The row "bytes waiting for one receiver" with its limit in bytes, on real sockets. */
class SlowReceiverContractTest {
  private static final int LIMIT_BYTES = 200_000;
  private static final String NOT_AVAILABLE = "❌ Error: User 'slow' is not available.";

  @RegisterExtension
  final ServerFixture server =
      ServerFixture.with("--max-pending-bytes", "" + LIMIT_BYTES, "--stall-timeout", "1h");

  @Test
  void a_receiver_that_never_reads_is_disconnected_and_its_sender_told() {
    TestClient slow = server.joinWithSmallBuffer("slow");
    TestClient sender = server.join("sender");

    sendUntilRefused(sender);

    slow.readUntilGone();
    awaitOnline(sender, "You are the only active user!");
    assertThat(server.count("hubbub.slow.receivers.cut")).isEqualTo(1);
  }

  @Test
  void the_sender_of_every_refused_message_is_told() {
    TestClient slow = server.joinWithSmallBuffer("slow");
    TestClient sender = server.join("sender");
    sendUntilRefused(sender);
    slow.readUntilGone();

    sender.send(Json.message("slow", "again").repeat(100));

    assertThat(sender.read(100)).extracting(Received::msg).containsOnly(NOT_AVAILABLE);
  }

  @Test
  void others_are_not_disturbed() {
    server.joinWithSmallBuffer("slow");
    TestClient sender = server.join("sender");
    List<TestClient> pair = server.joinAll("alice", "bob");
    AtomicInteger round = new AtomicInteger();

    sendUntilRefused(
        sender,
        () -> {
          String text = "m" + round.getAndIncrement();
          pair.getFirst().say("bob", text);
          assertThat(pair.getLast().read().msg()).isEqualTo(text);
        });

    pair.forEach(TestClient::expectNothing);
  }

  @Test
  void a_shout_counts_only_those_who_can_take_it() {
    TestClient slow = server.joinWithSmallBuffer("slow");
    TestClient sender = server.join("sender");
    TestClient alice = server.join("alice");
    sendUntilRefused(sender);
    slow.readUntilGone();

    sender.say("/shout", "news");

    assertThat(sender.read().msg()).isEqualTo("Message sent to 1 users");
    assertThat(alice.read().msg()).isEqualTo("news");
  }

  @Test
  void one_message_is_taken_when_none_waits_however_long_it_is() {
    List<TestClient> pair = server.joinAll("alice", "bob");
    String text = "\u0001".repeat(10_000);

    for (int i = 0; i < 20; i++) {
      pair.getFirst().say("bob", text);
      assertThat(pair.getLast().read().msg()).isEqualTo(text);
    }
  }

  private void sendUntilRefused(TestClient sender) {
    sendUntilRefused(sender, () -> {});
  }

  // Asks after every batch whether it was taken, so that the sender itself has no backlog.
  private static void sendUntilRefused(TestClient sender, Runnable meanwhile) {
    String batch = Json.message("slow", "m".repeat(30_000)).repeat(4) + Json.message("/time", "");
    Optional<String> refusal = Optional.empty();
    for (int i = 0; i < 2_000 && refusal.isEmpty(); i++) {
      sender.send(batch);
      meanwhile.run();
      for (Received reply = sender.read();
          !reply.msg().startsWith("Server time: ");
          reply = sender.read()) {
        refusal = Optional.of(reply.msg());
      }
    }
    assertThat(refusal).contains(NOT_AVAILABLE);
  }

  private static void awaitOnline(TestClient client, String text) {
    await()
        .atMost(TestClient.PATIENCE)
        .until(() -> client.say("/list", "").read().msg().equals(text));
  }
}
