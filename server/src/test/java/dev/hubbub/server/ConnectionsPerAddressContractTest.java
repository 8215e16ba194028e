package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The row "connections from one address", on real sockets. */
class ConnectionsPerAddressContractTest {
  private static final Received TOO_MANY =
      new Received(
          "SERVER", "0.0.0.0", "Guest", "⛔ Error: Too many connections from your address.");

  @RegisterExtension
  final ServerFixture server = ServerFixture.with("--max-connections-per-address", "2");

  @Test
  void one_too_many_is_told_closed_and_counted() {
    server.joinAll("a", "b");

    assertThat(server.connect().readToEnd()).containsExactly(TOO_MANY);
    assertThat(server.count("hubbub.connections", "outcome", "too_many_from_address")).isEqualTo(1);
  }

  @Test
  void another_address_has_places_of_its_own() {
    server.joinAll("a", "b");

    server.connectFrom("127.0.0.2").join("c");
    server.connectFrom("127.0.0.2").join("d");

    assertThat(server.connectFrom("127.0.0.2").readToEnd()).containsExactly(TOO_MANY);
  }

  @Test
  void a_place_is_free_again_when_somebody_leaves_however_often() {
    for (int i = 0; i < 20; i++) {
      List<TestClient> both = List.of(join("a"), join("b"));
      assertThat(server.connect().readToEnd()).containsExactly(TOO_MANY);
      both.getFirst().reset();
      both.getLast().close();
    }
  }

  private TestClient join(String name) {
    return await()
        .atMost(TestClient.PATIENCE)
        .until(() -> tryToJoin(name), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<TestClient> tryToJoin(String name) {
    TestClient client = server.connect().send(name + "\n");
    boolean welcome = client.read().msg().startsWith("Welcome");
    return welcome ? Optional.of(client) : Optional.empty();
  }
}
