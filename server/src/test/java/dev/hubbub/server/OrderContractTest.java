package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Order, completeness and framing under many senders, on two event loops. */
class OrderContractTest {
  @RegisterExtension final ServerFixture server = ServerFixture.with();

  @Test
  void messages_of_each_sender_arrive_in_order_and_once() {
    int senders = 12;
    int messages = 400;
    TestClient receiver = server.join("receiver");
    List<TestClient> clients = new ArrayList<>();
    for (int s = 0; s < senders; s++) {
      clients.add(server.join("sender" + s));
    }
    Map<String, Integer> next = new HashMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      clients.forEach(client ->
          threads.execute(() -> {
            for (int m = 0; m < messages; m++) {
              // Direct messages and shouts of one sender must not overtake each other either.
              client.say(m % 10 == 0 ? "/shout" : "receiver", "" + m);
            }
          }));
      for (int i = 0; i < senders * messages; i++) {
        Received message = receiver.read();
        assertThat(Integer.parseInt(message.msg()))
            .isEqualTo(next.merge(message.fromName(), 1, Integer::sum) - 1);
      }
    }
    assertThat(next).hasSize(senders).containsValue(messages);
    receiver.expectNothing();
  }

  @Test
  void objects_may_be_cut_at_any_byte() {
    TestClient alice = server.join("alice");
    byte[] object = Json.message("alice", "}{\" \\ 😀 é [").getBytes(StandardCharsets.UTF_8);

    for (int cut = 1; cut < object.length; cut++) {
      alice.send(Arrays.copyOfRange(object, 0, cut));
      alice.send(Arrays.copyOfRange(object, cut, object.length));
      assertThat(alice.read().msg()).isEqualTo("}{\" \\ 😀 é [");
    }
  }

  @Test
  void glued_objects_in_segments_of_any_size_are_all_routed() {
    TestClient alice = server.join("alice");
    int messages = 2_000;
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < messages; i++) {
      stream.append(Json.message("alice", "{" + i + "}")).append(" \n\r\t".substring(i % 5));
    }
    byte[] bytes = stream.toString().getBytes(StandardCharsets.UTF_8);
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(() -> sendInPieces(alice, bytes, new Random(7)));

    for (int i = 0; i < messages; i++) {
      assertThat(alice.read().msg()).isEqualTo("{" + i + "}");
    }
    sending.join();
  }

  @Test
  void the_welcome_comes_first_though_others_write_to_the_user_all_the_time() {
    AtomicBoolean enough = new AtomicBoolean();
    List<TestClient> writers = server.joinAll("w0", "w1", "w2", "w3");
    try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
      writers.forEach(writer -> threads.execute(() -> writeUntil(writer, enough)));
      for (int i = 0; i < 100; i++) {
        TestClient alice = server.connect().send("alice\n");
        assertThat(alice.read().msg()).startsWith("Welcome alice!");
        alice.endOutput().readToEnd();
      }
      enough.set(true);
    }
  }

  // Waits for the answer to each round, so that it adds nothing to a backlog.
  private static void writeUntil(TestClient writer, AtomicBoolean enough) {
    while (!enough.get()) {
      writer.send(Json.message("alice", "hi").repeat(5) + Json.message("/shout", "hi"));
      Received reply;
      do {
        reply = writer.read();
      } while (!reply.msg().startsWith("Message sent to"));
    }
  }

  private static void sendInPieces(TestClient client, byte[] bytes, Random random) {
    int from = 0;
    while (from < bytes.length) {
      int to = Math.min(bytes.length, from + 1 + random.nextInt(3_000));
      client.send(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
  }
}
