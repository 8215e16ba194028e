package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The row "messages per second from one client", on real sockets; its time is tested elsewhere. */
class MessageRateContractTest {
  @RegisterExtension final ServerFixture server = ServerFixture.with("--max-message-rate", "200");

  @Test
  void a_client_that_sends_faster_is_read_from_more_slowly_and_loses_nothing() {
    int messages = 300;
    TestClient bob = server.join("bob");
    StringBuilder burst = new StringBuilder();
    IntStream.range(0, messages).forEach(i -> burst.append(Json.message("bob", "m" + i)));

    server.join("alice").send(burst.toString());

    assertThat(bob.read(messages))
        .extracting(Received::msg)
        .containsExactlyElementsOf(IntStream.range(0, messages).mapToObj(i -> "m" + i).toList());
    assertThat(server.count("hubbub.clients.paused", "reason", "rate")).isPositive();
  }

  @Test
  void a_client_within_its_rate_is_not_paused() {
    server.join("alice").expectNothing();

    assertThat(server.count("hubbub.clients.paused")).isZero();
  }
}
