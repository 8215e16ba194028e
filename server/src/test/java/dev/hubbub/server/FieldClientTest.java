package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients in the field, as they are: the bare name without a terminator, one read of at most 1,024
 * bytes, and what it returned taken for one JSON document.
 */
class FieldClientTest {
  private static final int READ_BYTES_MAX = 1_024;

  @RegisterExtension final ServerFixture server = ServerFixture.with();

  @Test
  void the_bare_name_is_welcomed_in_one_read() {
    TestClient client = server.connect().send("veteran");

    assertThat(receiveDocument(client).msg()).contains("Welcome");
  }

  @Test
  void the_welcome_fits_one_read_however_many_and_long_the_names() {
    for (int i = 0; i < 40; i++) {
      server.join(i + "é😀\"\\".repeat(15));
    }

    TestClient client = server.connect().send("😀".repeat(64));

    assertThat(receiveDocument(client).msg())
        .contains("Welcome")
        .matches("(?s).*Online users: 0é😀.* … and \\d\\d more: send to /list for all");
  }

  @Test
  void a_rejection_is_recognised_in_one_read() {
    server.join("veteran");

    TestClient second = server.connect().send("veteran");

    assertThat(receiveDocument(second).msg()).contains("Error").contains("⛔");
  }

  @Test
  void the_first_message_is_sent_when_the_welcome_is_there() {
    TestClient client = server.connect().send("veteran");
    assertThat(receiveDocument(client).msg()).contains("Welcome");

    client.say("/help", "");

    assertThat(receiveDocument(client).msg()).contains("Available commands:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help", "/time", "/list", "/standard", "/unknown", "/shout"})
  void every_command_is_answered_in_one_read(String command) {
    TestClient client = server.connect().send("veteran");
    receiveDocument(client);

    client.say(command, "text");

    assertThat(receiveDocument(client).isFromServer()).isTrue();
  }

  @Test
  void name_and_first_message_may_share_a_segment() {
    TestClient client = server.connect().send("older" + Json.message("/help", ""));

    assertThat(client.read().msg()).startsWith("Welcome older!");
    assertThat(client.read().msg()).startsWith("Available commands:");
  }

  @Test
  void a_heartbeat_to_everyone_gets_the_error_reply() {
    TestClient bot = server.connect().send("bot1");
    receiveDocument(bot);

    for (int i = 0; i < 3; i++) {
      bot.say("Everyone", "I am alive");
      assertThat(receiveDocument(bot).msg())
          .isEqualTo("❌ Error: User 'Everyone' is not available.");
    }
  }

  @Test
  void fifty_bots_that_connect_at_once_are_all_welcomed() {
    List<TestClient> bots = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      bots.add(server.connect().send("bot" + i));
    }

    assertThat(bots).allMatch(bot -> receiveDocument(bot).msg().contains("Welcome bot"));
  }

  private static Received receiveDocument(TestClient client) {
    byte[] bytes = client.receive(READ_BYTES_MAX);
    assertThat(bytes.length).isLessThanOrEqualTo(1_000);
    return Received.parse(new String(bytes, StandardCharsets.UTF_8));
  }
}
