package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that ends its side while a request of its own is under way gets the reply. */
class HalfClosedClientContractTest {
  // Enough for a request to be done in several steps, between which the loop sees the end.
  private static final int USERS = 700;

  @RegisterExtension final ServerFixture server = ServerFixture.with("--event-loops", "1");

  @Test
  void a_shout_is_answered_after_the_end_of_the_clients_stream() {
    List<TestClient> others =
        IntStream.range(0, USERS).mapToObj(i -> server.join("user" + i)).toList();
    for (int i = 0; i < 20; i++) {
      TestClient client = server.join("client" + i);

      client.send(Json.message("/shout", "bye")).endOutput();

      assertThat(client.readToEnd())
          .extracting(Received::msg)
          .containsExactly("Message sent to " + USERS + " users");
    }
    others.forEach(other -> assertThat(other.read(20)).hasSize(20));
  }
}
