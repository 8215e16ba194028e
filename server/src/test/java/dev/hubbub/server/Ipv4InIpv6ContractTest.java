package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** An IPv4 client on a socket that listens for both families is the IPv4 client that it is. */
class Ipv4InIpv6ContractTest {
  @Test
  void it_is_allowed_counted_and_named_by_its_ipv4_address() throws IOException {
    ServerConfig config =
        ServerFixture.config(
            "--host",
            "::",
            "--port",
            "0",
            "--event-loops",
            "1",
            "--allow",
            "127.0.0.0/8",
            "--max-connections-per-address",
            "1");
    try (ChatServer server = ChatServer.start(config, new SimpleMeterRegistry());
        TestClient alice = TestClient.connect(server.address().getPort()).join("alice");
        TestClient second = TestClient.connect(server.address().getPort())) {
      assertThat(alice.say("alice", "hi").read())
          .isEqualTo(new Received("alice", "127.0.0.1", "alice", "hi"));
      assertThat(second.read().msg()).contains("Too many connections from your address");
    }
  }
}
