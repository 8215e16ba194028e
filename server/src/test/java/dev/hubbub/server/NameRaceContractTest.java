package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claiming and freeing names, on real sockets and many at once. */
class NameRaceContractTest {
  private static final int RACERS = 60;

  @RegisterExtension final ServerFixture server = ServerFixture.with();

  @ParameterizedTest
  @CsvSource({"alice, alice", "Alice, ALICE", "Ａlice, alice"})
  void of_60_connections_racing_for_one_name_one_wins(String one, String other) throws Exception {
    List<Received> first = race(i -> (i % 2 == 0 ? one : other) + (i % 3 == 0 ? "" : "\n"));

    assertThat(first).filteredOn(reply -> reply.msg().startsWith("Welcome ")).hasSize(1);
    assertThat(first)
        .filteredOn(reply -> reply.msg().startsWith("⛔ Error: Username already in!"))
        .hasSize(RACERS - 1);
  }

  @Test
  void of_60_connections_with_names_of_their_own_all_win() throws Exception {
    List<Received> first = race(i -> "user" + i + "\n");

    assertThat(first).allMatch(reply -> reply.msg().startsWith("Welcome user"));
    assertThat(server.join("last").say("/list", "").read().msg()).startsWith("Online users (60): ");
  }

  @Test
  void a_name_is_free_as_soon_as_a_half_closed_client_sees_the_end() {
    for (int i = 0; i < 50; i++) {
      server.join("alice").endOutput().expectEnd();
    }
  }

  @Test
  void a_name_is_free_again_after_the_client_has_closed() {
    for (int i = 0; i < 20; i++) {
      joinWhenFree("alice").close();
    }
  }

  @Test
  void a_name_is_free_again_after_the_client_was_reset() {
    for (int i = 0; i < 20; i++) {
      joinWhenFree("alice").reset();
    }
  }

  @Test
  void a_name_is_free_again_after_its_user_was_disconnected_for_bad_input() {
    for (int i = 0; i < 20; i++) {
      assertThat(server.join("alice").send("{}".repeat(20)).readToEnd()).hasSize(20);
    }
  }

  @Test
  void a_user_who_has_gone_is_in_no_list_and_not_available() {
    TestClient bob = server.join("bob");
    server.join("alice").endOutput().expectEnd();

    assertThat(bob.say("/list", "").read().msg()).isEqualTo("You are the only active user!");
    assertThat(bob.say("alice", "").read().msg())
        .isEqualTo("❌ Error: User 'alice' is not available.");
  }

  // The server learns of a close on one event loop and of the next connection on another: the order
  // is the kernel's.
  private TestClient joinWhenFree(String name) {
    List<TestClient> joined = new ArrayList<>();
    await()
        .atMost(TestClient.PATIENCE)
        .pollInterval(1, TimeUnit.MILLISECONDS)
        .until(() -> {
          TestClient client = server.connect().send(name + "\n");
          return client.read().msg().startsWith("Welcome ") && joined.add(client);
        });
    return joined.getFirst();
  }

  private List<Received> race(IntFunction<String> registration) throws Exception {
    List<TestClient> clients = IntStream.range(0, RACERS).mapToObj(_ -> server.connect()).toList();
    CyclicBarrier start = new CyclicBarrier(RACERS);
    try (ExecutorService threads = Executors.newFixedThreadPool(RACERS)) {
      List<Callable<Received>> racers = new ArrayList<>();
      for (int i = 0; i < RACERS; i++) {
        TestClient client = clients.get(i);
        String bytes = registration.apply(i);
        racers.add(() -> {
          start.await();
          return client.send(bytes).read();
        });
      }
      List<Received> replies = new ArrayList<>();
      for (Future<Received> reply : threads.invokeAll(racers)) {
        replies.add(reply.get());
      }
      return replies;
    }
  }
}
