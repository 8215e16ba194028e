package dev.hubbub.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registration with a frozen clock. */
class RegistrationHandlerTest {
  private static final Duration GRACE = Duration.ofMillis(50);
  private static final Duration ALMOST_GRACE = Duration.ofMillis(49);
  private static final String TIMEOUT = "⛔ Error: No username received within 10 s.";

  private final EmbeddedConnection connection = EmbeddedConnection.open();

  @AfterEach
  void close() {
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice\n", "alice\r\n", " alice \n", "alice{"})
  void a_terminated_name_is_welcomed_without_any_wait(String bytes) {
    assertWelcomed(connection.send(bytes), "alice");
  }

  @Test
  void a_bare_name_is_welcomed_after_a_silence_of_50_ms() {
    connection.send("alice").advance(ALMOST_GRACE);
    assertThat(connection.read()).isEmpty();

    assertWelcomed(connection.advance(Duration.ofMillis(1)), "alice");
  }

  @Test
  void every_byte_restarts_the_silence() {
    for (String part : List.of("a", "li", "c", "e")) {
      connection.send(part).advance(ALMOST_GRACE);
      assertThat(connection.read()).isEmpty();
    }

    assertWelcomed(connection.advance(GRACE), "alice");
  }

  @Test
  void bytes_that_wait_when_the_silence_is_over_still_belong_to_the_name() {
    connection.send("al");
    connection.socket().advanceTimeBy(GRACE.toNanos(), TimeUnit.NANOSECONDS);
    connection.socket().runScheduledPendingTasks();

    connection.send("ice");

    assertThat(connection.read()).isEmpty();
    assertWelcomed(connection.advance(GRACE), "alice");
  }

  @Test
  void a_name_may_be_cut_inside_a_character() {
    byte[] name = "Zoë😀\n".getBytes(StandardCharsets.UTF_8);
    for (int cut = 1; cut < name.length; cut++) {
      try (EmbeddedConnection one = EmbeddedConnection.open()) {
        one.send(Arrays.copyOfRange(name, 0, cut)).advance(ALMOST_GRACE);
        one.send(Arrays.copyOfRange(name, cut, name.length));

        assertWelcomed(one, "Zoë😀");
      }
    }
  }

  @Test
  void the_brace_that_ends_a_name_stays_in_the_stream() {
    connection.send("alice" + Json.message("alice", "1")).send(Json.message("alice", "2"));

    assertThat(connection.readTexts()).hasSize(3).endsWith("1", "2");
  }

  @Test
  void the_first_message_may_be_cut_behind_its_brace() {
    String message = Json.message("alice", "hi");

    connection.send("alice{").send(message.substring(1));

    assertThat(connection.readTexts()).hasSize(2).endsWith("hi");
  }

  @Test
  void a_line_feed_after_the_silence_is_white_space_between_messages() {
    connection.send("alice").advance(GRACE);
    connection.read();

    connection.send("\r\n" + Json.message("alice", "hi"));

    assertThat(connection.readTexts()).containsExactly("hi");
  }

  @Test
  void a_name_ends_with_the_stream() {
    assertWelcomed(connection.send("alice").endInput(), "alice");
    assertThat(connection.socket().isOpen()).isFalse();
    assertThat(connection.registry().size()).isZero();
  }

  @Test
  void a_peer_that_leaves_without_a_byte_gets_nothing() {
    connection.endInput();

    assertThat(connection.read()).isEmpty();
    assertThat(connection.socket().isOpen()).isFalse();
    assertThat(connection.count("hubbub.registrations", "outcome", "gone")).isEqualTo(1);
  }

  @Test
  void silence_of_10_s_is_answered_and_closes() {
    connection.advance(Duration.ofMillis(9_999));
    assertThat(connection.read()).isEmpty();
    assertThat(connection.socket().isOpen()).isTrue();

    connection.advance(Duration.ofMillis(1));

    assertRejected(TIMEOUT);
    assertThat(connection.count("hubbub.registrations", "outcome", "timeout")).isEqualTo(1);
  }

  @Test
  void a_name_that_dribbles_for_10_s_is_answered_and_closes() {
    for (int ms = 0; ms < 10_000; ms += 40) {
      assertThat(connection.read()).isEmpty();
      connection.send("a").advance(Duration.ofMillis(40));
    }

    assertRejected(TIMEOUT);
  }

  @Test
  void nothing_expires_for_a_registered_user() {
    connection.send("alice\n").read();

    connection.advance(Duration.ofHours(1));

    assertThat(connection.read()).isEmpty();
    assertThat(connection.socket().isOpen()).isTrue();
  }

  @Test
  void more_than_1024_bytes_in_pieces_are_refused_at_once() {
    connection.send("a".repeat(1_000)).send(" ".repeat(24));
    assertThat(connection.read()).isEmpty();

    connection.send(" ");

    assertRejected("⛔ Error: Invalid username: longer than 1024 bytes.");
  }

  @Test
  void a_line_feed_beyond_1024_bytes_is_too_late() {
    connection.send("a" + " ".repeat(1_024) + "\n");

    assertRejected("⛔ Error: Invalid username: longer than 1024 bytes.");
  }

  @Test
  void an_invalid_name_is_refused_and_what_follows_is_not_read() {
    connection.send("/x\n" + Json.message("/time", "")).send(Json.message("/time", ""));

    assertRejected("⛔ Error: Invalid username: it begins with '/', like an endpoint.");
    assertThat(connection.count("hubbub.registrations", "outcome", "invalid")).isEqualTo(1);
  }

  @Test
  void a_user_is_visible_only_with_its_welcome() {
    connection.send("alice");
    assertThat(connection.registry().size()).isZero();

    connection.send("\n");

    assertThat(connection.registry().find("alice")).isNotNull();
  }

  @Test
  void a_registered_user_who_goes_away_is_off_the_lists() {
    connection.send("alice\n").read();

    connection.socket().close();

    assertThat(connection.registry().size()).isZero();
    assertThat(connection.registry().find("alice")).isNull();
  }

  @Test
  void a_connection_too_many_is_told() {
    try (EmbeddedConnection full = EmbeddedConnection.openTooMany().send("alice\n")) {
      assertThat(full.readTexts()).containsExactly("⛔ Error: Server full.");
      assertThat(full.registry().size()).isZero();
      assertThat(full.count("hubbub.connections", "outcome", "full")).isEqualTo(1);
    }
  }

  private void assertRejected(String text) {
    assertThat(connection.read()).containsExactly(new Received("SERVER", "0.0.0.0", "Guest", text));
    assertThat(connection.socket().isOutputShutdown()).isTrue();
    assertThat(connection.registry().size()).isZero();
    connection.advance(Duration.ofSeconds(1));
    assertThat(connection.socket().isOpen()).isFalse();
  }

  private static void assertWelcomed(EmbeddedConnection connection, String name) {
    assertThat(connection.readTexts())
        .singleElement()
        .asString()
        .startsWith("Welcome " + name + "! Connection established.");
  }
}
