package dev.hubbub.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of a connection, with a frozen clock. */
class ClosingHandlerTest {
  private static final Duration LINGER = Duration.ofSeconds(1);

  private final EmbeddedConnection user = EmbeddedConnection.joined("alice");
  private final EmbeddedSocket socket = user.socket();

  @AfterEach
  void close() {
    user.close();
  }

  @Test
  void the_server_ends_its_own_side_first_and_closes_a_second_later() {
    user.send("{".repeat(17));

    assertThat(user.readTexts()).containsExactly("❌ Error: Invalid message: nested too deep");
    assertThat(socket.isOutputShutdown()).isTrue();
    user.advance(LINGER.minusMillis(1));
    assertThat(socket.isOpen()).isTrue();
    user.advance(Duration.ofMillis(1));
    assertThat(socket.isOpen()).isFalse();
  }

  @Test
  void input_is_discarded_until_then() {
    user.send("{".repeat(17));
    user.read();
    ByteBuf late = Unpooled.copiedBuffer(Json.message("/time", ""), StandardCharsets.UTF_8);

    socket.writeInbound(late);

    assertThat(late.refCnt()).isZero();
    assertThat(user.read()).isEmpty();
    assertThat(socket.<Object>readInbound()).isNull();
  }

  @Test
  void it_closes_at_once_when_the_peer_ends_its_side_too() {
    user.send("{".repeat(17)).endInput();

    assertThat(socket.isOpen()).isFalse();
    assertThat(user.read()).hasSize(1);
  }

  @Test
  void a_half_closed_user_is_closed_when_its_replies_are_flushed() {
    socket.stick();
    user.send(Json.message("/time", "")).endInput();
    assertThat(socket.isOpen()).isTrue();

    socket.unstick();

    assertThat(user.readTexts()).singleElement().asString().startsWith("Server time: ");
    assertThat(socket.isOpen()).isFalse();
  }

  @Test
  void the_name_is_free_before_the_replies_are_flushed() {
    socket.stick();
    user.send(Json.message("/time", "")).endInput();

    assertThat(user.registry().size()).isZero();
    assertThat(user.registry().find("alice")).isNull();
  }

  @Test
  void the_second_of_lingering_begins_only_when_all_is_flushed() {
    socket.stick();
    user.send("{".repeat(17)).advance(LINGER.multipliedBy(3));
    assertThat(socket.isOpen()).isTrue();
    assertThat(socket.isOutputShutdown()).isFalse();

    socket.unstick();

    assertThat(user.read()).hasSize(1);
    assertThat(socket.isOutputShutdown()).isTrue();
    user.advance(LINGER);
    assertThat(socket.isOpen()).isFalse();
  }

  @Test
  void a_client_that_was_not_read_from_is_read_from_again_to_discard_it() {
    socket.stick();
    String stream = Json.message("/help", "").repeat(2_000);
    user.send(stream);
    assertThat(socket.config().isAutoRead()).isFalse();

    user.session("alice").outbound().finish();

    assertThat(socket.config().isAutoRead()).isTrue();
    socket.unstick();
    assertThat(user.readTexts()).endsWith("Server is shutting down.");
  }
}
