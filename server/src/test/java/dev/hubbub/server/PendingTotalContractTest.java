package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bound on what waits for all receivers together, on real sockets. */
class PendingTotalContractTest {
  private static final long TOTAL_BYTES = 4 * 1_048_576;

  @RegisterExtension
  final ServerFixture server =
      ServerFixture.with(
          "--max-pending-total-bytes", "" + TOTAL_BYTES,
          "--max-pending-bytes", "1000000000",
          "--stall-timeout", "1h");

  @Test
  void whoever_holds_most_is_disconnected_its_sender_told_and_nobody_else_waits() {
    TestClient greedy = server.joinWithSmallBuffer("greedy");
    TestClient sender = server.join("sender");
    List<TestClient> pair = server.joinAll("alice", "bob");
    AtomicBoolean refused = new AtomicBoolean();
    CompletableFuture<Void> attack = CompletableFuture.runAsync(() -> flood(sender, refused));

    for (int i = 0; i < 2_000 && !attack.isDone(); i++) {
      if (isTaken(pair.getFirst(), "m" + i)) {
        assertThat(pair.getLast().read().msg()).isEqualTo("m" + i);
      }
      assertThat(server.gauge("hubbub.pending")).isLessThanOrEqualTo(TOTAL_BYTES);
    }

    assertThat(attack).succeedsWithin(TestClient.PATIENCE);
    assertThat(refused).isTrue();
    greedy.readUntilGone();
    assertThat(receiversCut()).isEqualTo(1);
    assertThat(server.count("hubbub.messages.undelivered")).isPositive();
    pair.forEach(TestClient::expectNothing);
    await().atMost(TestClient.PATIENCE).until(() -> server.gauge("hubbub.pending") == 0);
  }

  // In the moment of the shortage anybody's message may be refused, but never without a word.
  private static boolean isTaken(TestClient alice, String text) {
    Received reply = alice.say("bob", text).say("/time", "").read();
    if (reply.msg().startsWith("Server time: ")) {
      return true;
    }
    assertThat(reply.msg()).isEqualTo("❌ Error: User 'bob' is not available.");
    assertThat(alice.read().msg()).startsWith("Server time: ");
    return false;
  }

  // Asks after every batch whether it was taken. The first refusal need not cut anybody: on a busy
  // machine the messages may only have waited for the loop of their receiver.
  private void flood(TestClient sender, AtomicBoolean refused) {
    String batch = Json.message("greedy", "m".repeat(30_000)).repeat(4) + Json.message("/time", "");
    while (receiversCut() == 0) {
      sender.send(batch);
      for (Received reply = sender.read();
          !reply.msg().startsWith("Server time: ");
          reply = sender.read()) {
        assertThat(reply.msg()).isEqualTo("❌ Error: User 'greedy' is not available.");
        refused.set(true);
      }
    }
  }

  private double receiversCut() {
    return server.count("hubbub.slow.receivers.cut", "reason", "total");
  }
}
