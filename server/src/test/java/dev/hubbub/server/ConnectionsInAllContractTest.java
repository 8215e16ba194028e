package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The row "connections in all", on real sockets. */
class ConnectionsInAllContractTest {
  private static final Received FULL =
      new Received("SERVER", "0.0.0.0", "Guest", "⛔ Error: Server full.");

  @RegisterExtension final ServerFixture server = ServerFixture.with("--max-connections", "3");

  @Test
  void one_connection_too_many_is_told_and_closed() {
    server.joinAll("a", "b", "c");

    assertThat(server.connect().readToEnd()).containsExactly(FULL);
  }

  @Test
  void one_connection_too_many_is_told_though_it_sends_its_name_at_once() {
    server.joinAll("a", "b", "c");

    for (int i = 0; i < 10; i++) {
      assertThat(server.connect().send("late\n").readToEnd()).containsExactly(FULL);
    }
  }

  @Test
  void connections_without_a_name_count() {
    server.connect();
    server.connect();
    server.joinAll("a");

    assertThat(server.connect().readToEnd()).containsExactly(FULL);
  }

  @Test
  void established_users_notice_nothing() {
    List<TestClient> users = server.joinAll("a", "b", "c");

    for (int i = 0; i < 200; i++) {
      // Of many at once not all are told, but none gets in.
      server.connect().send("late" + i + "\n");
      users.get(0).say("b", "m" + i);
      assertThat(users.get(1).read().msg()).isEqualTo("m" + i);
    }

    assertThat(users.get(2).say("/list", "").read().msg()).isEqualTo("Online users (2): a, b");
    users.forEach(TestClient::expectNothing);
  }

  @Test
  void a_place_is_free_again_when_somebody_leaves() {
    List<TestClient> users = server.joinAll("a", "b", "c");
    assertThat(server.connect().readToEnd()).containsExactly(FULL);

    users.getFirst().close();

    await().atMost(TestClient.PATIENCE).until(() -> welcomed("d"));
    assertThat(server.connect().readToEnd()).containsExactly(FULL);
  }

  @Test
  void a_rejected_name_frees_its_place() {
    server.joinAll("a", "b");
    assertThat(server.connect().send("SERVER\n").endOutput().readToEnd()).hasSize(1);

    await().atMost(TestClient.PATIENCE).until(() -> welcomed("c"));
  }

  private boolean welcomed(String name) {
    TestClient client = server.connect();
    Optional<String> first = client.send(name + "\n").nextLine();
    return first.isPresent() && Received.parse(first.get()).msg().startsWith("Welcome ");
  }
}
