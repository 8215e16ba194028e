package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.TestClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The row "connections that have not registered yet", on real sockets. */
class UnregisteredContractTest {
  @RegisterExtension
  final ServerFixture server =
      ServerFixture.with("--max-unregistered", "3", "--registration-timeout", "1h");

  @Test
  void the_oldest_silent_connection_makes_room_for_the_newest() {
    List<TestClient> silent = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      silent.add(server.connect());
      awaitUnregistered(i);
    }

    server.join("alice");

    silent.getFirst().expectEnd();
    silent.get(1).join("bob");
    silent.get(2).join("carol");
    assertThat(server.count("hubbub.registrations", "outcome", "evicted")).isEqualTo(1);
  }

  @Test
  void users_do_not_count() {
    server.joinAll("a", "b", "c", "d", "e").forEach(TestClient::expectNothing);

    assertThat(server.gauge("hubbub.connections.unregistered")).isZero();
    assertThat(server.count("hubbub.registrations", "outcome", "evicted")).isZero();
  }

  @Test
  void one_that_leaves_makes_room() {
    server.connect();
    TestClient leaving = server.connect();
    awaitUnregistered(2);

    leaving.close();

    awaitUnregistered(1);
  }

  private void awaitUnregistered(int connections) {
    await()
        .atMost(TestClient.PATIENCE)
        .until(() -> server.gauge("hubbub.connections.unregistered") == connections);
  }
}
