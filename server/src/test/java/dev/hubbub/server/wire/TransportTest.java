package dev.hubbub.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.router.Router;
import dev.hubbub.server.session.SessionRegistry;
import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Each transport that this machine has, on real sockets: what could differ between them. */
@ParameterizedClass(name = "{0}")
@MethodSource("availableHere")
class TransportTest {
  private final WireServer server;

  TransportTest(Transport transport) {
    server = start(transport);
  }

  static Stream<Transport> availableHere() {
    return Arrays.stream(Transport.values())
        .filter(transport -> transport.unavailability().isEmpty());
  }

  @AfterEach
  void stop() {
    server.drain(Duration.ofSeconds(5));
    server.stop();
  }

  @Test
  void a_bare_name_is_welcomed_and_messages_are_routed() {
    try (TestClient alice = connect().send("alice")) {
      assertThat(alice.read().msg()).startsWith("Welcome alice!");
      assertThat(alice.say("alice", "hi").read())
          .isEqualTo(new Received("alice", "127.0.0.1", "alice", "hi"));
    }
  }

  @Test
  void a_half_closed_client_gets_all_replies_and_then_the_end() {
    try (TestClient alice = connect().send("alice\n" + Json.message("/help", "").repeat(2_000))) {
      assertThat(alice.endOutput().readToEnd()).hasSize(2_001);
    }
  }

  @Test
  void the_reply_before_a_close_arrives() {
    try (TestClient alice = connect().join("alice").send("{\"" + "m".repeat(300_000))) {
      assertThat(alice.readToEnd())
          .extracting(Received::msg)
          .containsExactly("❌ Error: Message over 65536 bytes");
    }
  }

  @Test
  void a_client_that_resets_is_off_the_list() {
    try (TestClient bob = connect().join("bob")) {
      connect().join("alice").reset();

      await()
          .atMost(TestClient.PATIENCE)
          .until(() -> bob.say("/list", "").read().msg().equals("You are the only active user!"));
    }
  }

  @Test
  void a_receiver_that_does_not_read_is_cut_and_the_others_go_on() {
    try (TestClient slow =
            TestClient.connectWithReceiveBuffer(server.address().getPort(), 32_768).join("slow");
        TestClient bob = connect().join("bob")) {
      for (int i = 0; i < 400; i++) {
        bob.send(Json.message("slow", "m".repeat(30_000)));
      }
      assertThat(bob.readFromServerLine()).contains("'slow' is not available");
      slow.readUntilGone();
    }
  }

  @Test
  void a_message_in_many_small_pieces_is_whole() {
    try (TestClient alice = connect().join("alice")) {
      Json.message("alice", "häppchen").chars().forEach(c -> alice.send(Character.toString(c)));

      assertThat(alice.read().msg()).isEqualTo("häppchen");
    }
  }

  private TestClient connect() {
    return TestClient.connect(server.address().getPort());
  }

  private static WireServer start(Transport transport) {
    ServerMetrics metrics = new ServerMetrics(new SimpleMeterRegistry());
    SessionRegistry registry = new SessionRegistry();
    PendingTotal memory = new PendingTotal(100_000_000);
    Router router =
        new Router(registry, memory, ByteBufAllocator.DEFAULT, Clock.systemUTC(), metrics);
    WireSettings settings =
        new WireSettings(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            transport,
            null,
            2,
            Duration.ofMillis(1),
            128,
            EmbeddedConnection.protection(100),
            EmbeddedConnection.LIMITS);
    try {
      return WireServer.start(settings, memory, registry, router, metrics);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
