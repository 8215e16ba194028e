package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that ask faster than they read. */
class BackPressureContractTest {
  @RegisterExtension final ServerFixture server = ServerFixture.with();

  @Test
  void a_client_that_asks_10000_times_and_then_reads_loses_nothing() {
    int requests = 10_000;
    String nobody = "😀".repeat(60);
    TestClient alice = server.joinWithSmallBuffer("alice");
    AtomicLong sent = new AtomicLong();
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(() -> {
          while (sent.get() < requests) {
            alice.say(nobody + sent.getAndIncrement(), "");
          }
        });
    awaitStandstill(sent);

    for (int i = 0; i < requests; i++) {
      assertThat(alice.read().msg()).contains("😀" + i + "'");
    }
    sending.join();
    alice.expectNothing();
    assertThat(server.count("hubbub.slow.receivers.cut")).isZero();
  }

  @Test
  void a_client_that_never_reads_its_replies_is_not_read_from_for_ever() {
    TestClient alice = server.joinWithSmallBuffer("alice");
    byte[] requests = Json.message("/help", "").repeat(1_000).getBytes(StandardCharsets.UTF_8);
    long enough = 200L * 1_024 * 1_024;
    AtomicLong sent = new AtomicLong();
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(() -> {
          while (sent.get() < enough) {
            alice.send(requests);
            sent.addAndGet(requests.length);
          }
        });

    // Sending has come to a stand: the kernel's buffers are full, and the server's are not.
    awaitStandstill(sent);

    assertThat(sent.get()).isLessThan(enough);
    server.join("bob").expectNothing();
    alice.close();
    assertThat(sending).failsWithin(TestClient.PATIENCE);
  }

  @Test
  void a_burst_to_a_user_that_reads_is_delivered_whole() {
    int messages = 5_000;
    TestClient bob = server.join("bob");
    TestClient alice = server.join("alice");
    byte[] burst =
        Json.message("bob", "m".repeat(50)).repeat(messages).getBytes(StandardCharsets.UTF_8);
    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> alice.send(burst));

    List<Received> received = bob.read(messages);

    sending.join();
    assertThat(received).hasSize(messages);
    alice.expectNothing();
  }

  private static void awaitStandstill(AtomicLong sent) {
    AtomicLong before = new AtomicLong(-1);
    await()
        .atMost(TestClient.PATIENCE)
        .pollInterval(300, TimeUnit.MILLISECONDS)
        .until(() -> before.getAndSet(sent.get()) == sent.get());
  }
}
