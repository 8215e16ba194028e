package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registration on real sockets: where a name ends, and what becomes of it. */
class RegistrationContractTest {
  private static final String TAKEN = "⛔ Error: Username already in! Try with another name.";

  @RegisterExtension final ServerFixture server = ServerFixture.with();

  @Test
  void the_first_user_gets_the_whole_welcome() {
    Received welcome = server.connect().send("alice\n").read();

    assertThat(welcome)
        .isEqualTo(
            new Received(
                "SERVER",
                "0.0.0.0",
                "alice",
                """
                Welcome alice! Connection established.
                Send message to /help for a list of available commands!
                You are the first connected user.\
                """));
  }

  @Test
  void a_later_user_is_told_who_is_on_line_in_the_order_of_joining() {
    server.joinAll("carol", "alice", "bob");

    Received welcome = server.connect().send("dave\n").read();

    assertThat(welcome.msg()).endsWith("\nOnline users: carol, alice, bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice\n", "alice\r\n", "alice", "  \talice \u00a0\r\n"})
  void a_name_ends_at_a_line_feed_or_after_a_silence_and_is_trimmed(String bytes) {
    Received welcome = server.connect().send(bytes).read();

    assertThat(welcome.to()).isEqualTo("alice");
    assertThat(welcome.msg()).startsWith("Welcome alice! ");
  }

  @Test
  void a_name_ends_at_the_brace_of_the_first_message_which_is_honoured_too() {
    TestClient alice = server.connect().send("alice" + Json.message("/time", ""));

    assertThat(alice.read().msg()).startsWith("Welcome alice!");
    assertThat(alice.read().msg()).startsWith("Server time: ");
  }

  @Test
  void a_name_with_line_feed_and_messages_may_share_a_segment() {
    TestClient alice =
        server
            .connect()
            .send("alice\r\n" + Json.message("alice", "1") + "\n" + Json.message("alice", "2"));

    assertThat(alice.read(3)).extracting(Received::msg).endsWith("1", "2");
  }

  @Test
  void a_name_ends_with_the_stream_and_the_replies_still_come() {
    TestClient alice = server.connect().send("alice").endOutput();

    assertThat(alice.readToEnd()).extracting(Received::to).containsExactly("alice");
  }

  @Test
  void a_name_may_come_byte_by_byte_even_inside_a_character() {
    TestClient client = server.connect();

    for (byte b : "Zoë😀\n".getBytes(StandardCharsets.UTF_8)) {
      client.send(new byte[] {b});
    }

    assertThat(client.read().to()).isEqualTo("Zoë😀");
  }

  @Test
  void a_taken_name_is_refused_and_the_connection_closed() {
    server.join("Alice");

    TestClient second = server.connect().send("Alice\n");

    assertThat(second.readToEnd())
        .containsExactly(new Received("SERVER", "0.0.0.0", "Guest", TAKEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALICE", "alice", "Ａｌｉｃｅ", "\u00a0Alice"})
  void names_that_fold_to_the_same_are_the_same(String name) {
    server.join("Alice");

    assertThat(server.connect().send(name + "\n").readToEnd())
        .extracting(Received::msg)
        .containsExactly(TAKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "   \n",
        "{",
        "a\u0007b\n",
        "a\u200bb\n",
        "a\u202eb\n",
        "/help\n",
        "SERVER\n",
        "server\n",
        "guest\n",
        "EVERYONE\n",
        "Ｓｅｒｖｅｒ\n",
        " Guest \r\n",
        "a\rb\n"
      })
  void an_invalid_name_is_refused_with_a_reason_and_the_connection_closed(String bytes) {
    List<Received> replies = server.connect().send(bytes).readToEnd();

    assertThat(replies).hasSize(1);
    assertThat(replies.getFirst().isFromServer()).isTrue();
    assertThat(replies.getFirst().to()).isEqualTo("Guest");
    assertThat(replies.getFirst().msg()).matches("⛔ Error: Invalid username: [^.]+\\.");
  }

  @Test
  void a_name_has_at_most_64_code_points() {
    server.join("😀".repeat(64));

    assertThat(server.connect().send("😀".repeat(65) + "\n").readToEnd())
        .extracting(Received::msg)
        .allMatch(text -> text.startsWith("⛔ Error: Invalid username: "))
        .hasSize(1);
  }

  @Test
  void a_name_that_is_no_utf_8_is_refused() {
    TestClient client = server.connect().send(new byte[] {'a', (byte) 0xC3, '(', '\n'});

    assertThat(client.readToEnd())
        .extracting(Received::msg)
        .containsExactly("⛔ Error: Invalid username: not valid UTF-8.");
  }

  @Test
  void more_than_1024_bytes_before_the_end_of_a_name_are_refused_without_waiting_for_it() {
    byte[] flood = new byte[200_000];
    Arrays.fill(flood, (byte) 'a');

    TestClient client = server.connect().send(flood);

    assertThat(client.readToEnd())
        .extracting(Received::msg)
        .containsExactly("⛔ Error: Invalid username: longer than 1024 bytes.");
  }

  @Test
  void exactly_1024_bytes_may_come_before_the_end_of_a_name() {
    Received welcome = server.connect().send("bob" + " ".repeat(1_021) + "\n").read();

    assertThat(welcome.msg()).startsWith("Welcome bob!");
  }

  @Test
  void a_peer_that_leaves_before_sending_a_byte_gets_nothing() {
    server.connect().endOutput().expectEnd();
  }

  @Test
  void a_refused_client_does_not_count_as_a_user() {
    TestClient alice = server.join("alice");
    assertThat(server.connect().send("SERVER\n").readToEnd()).hasSize(1);

    assertThat(alice.say("/list", "").read().msg()).isEqualTo("You are the only active user!");
  }
}
