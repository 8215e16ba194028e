package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routing and the endpoints, on real sockets. */
class RoutingContractTest {
  @RegisterExtension final ServerFixture server = ServerFixture.with();

  @Test
  void a_message_reaches_its_receiver_stamped_with_the_real_sender() {
    TestClient alice = server.join("alice");
    TestClient bob = server.join("bob");

    alice.say("bob", "hi \"bob\"\n\\ \u0001 😀");

    assertThat(bob.read())
        .isEqualTo(new Received("alice", "127.0.0.1", "bob", "hi \"bob\"\n\\ \u0001 😀"));
    alice.expectNothing();
  }

  @Test
  void a_line_is_one_object_with_the_keys_in_order_and_one_line_feed() {
    TestClient alice = server.join("alice");

    alice.say("alice", "é/😀");

    assertThat(alice.readLine())
        .isEqualTo(
            "{\"from\":{\"name\":\"alice\",\"ip\":\"127.0.0.1\"},\"to\":\"alice\",\"msg\":\"é/😀\"}");
  }

  @Test
  void a_user_may_write_to_itself() {
    TestClient alice = server.join("alice").say("alice", "note");

    assertThat(alice.read()).isEqualTo(new Received("alice", "127.0.0.1", "alice", "note"));
  }

  @Test
  void an_empty_text_is_a_text() {
    assertThat(server.join("alice").say("alice", "").read().msg()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "Everyone", "SERVER", "ALICE", " alice", "alice ", "Guest"})
  void a_receiver_that_is_not_on_line_under_exactly_this_name_is_not_available(String to) {
    TestClient alice = server.join("alice").say(to, "hi");

    assertThat(alice.read())
        .isEqualTo(
            new Received(
                "SERVER", "0.0.0.0", "alice", "❌ Error: User '" + to + "' is not available."));
  }

  @Test
  void a_reply_repeats_at_most_64_code_points_of_the_receiver() {
    TestClient alice = server.join("alice").say("😀".repeat(65), "").say("/" + "é".repeat(99), "");

    assertThat(alice.read().msg())
        .isEqualTo("❌ Error: User '" + "😀".repeat(64) + "' is not available.");
    assertThat(alice.read().msg())
        .isEqualTo(
            "❌ Error: Unknown command '/" + "é".repeat(63) + "'. Send to /help for the commands.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x", "/", "/HELP", "/help ", "//list", "/shout/"})
  void an_unknown_command_is_answered(String command) {
    assertThat(server.join("alice").say(command, "").read().msg())
        .isEqualTo("❌ Error: Unknown command '" + command + "'. Send to /help for the commands.");
  }

  @Test
  void unknown_users_and_commands_are_no_bad_input() {
    TestClient alice = server.join("alice");

    for (int i = 0; i < 50; i++) {
      alice.say("nobody", "").say("/nothing", "");
      assertThat(alice.read(2)).extracting(Received::msg).allMatch(m -> m.startsWith("❌ Error: U"));
    }
    alice.expectNothing();
  }

  @Test
  void help_names_each_command_on_a_line_of_its_own() {
    List<String> lines = server.join("alice").say("/help", "").read().msg().lines().toList();

    assertThat(lines.getFirst()).isEqualTo("Available commands:");
    assertThat(lines.subList(1, lines.size()))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrder("/help", "/time", "/list", "/shout", "/standard");
    assertThat(lines).allMatch(line -> line.length() > "/standard".length());
  }

  @Test
  void time_says_the_clock_the_date_and_the_offset() {
    String text = server.join("alice").say("/time", "").read().msg();

    assertThat(text)
        .matches(
            "Server time: \\d\\d:\\d\\d:\\d\\d \\(\\d{4}-\\d\\d-\\d\\d, UTC[+-]\\d\\d:\\d\\d\\)");
    var parser = DateTimeFormatter.ofPattern("'Server time: 'HH:mm:ss (yyyy-MM-dd, 'UTC'xxx)");
    assertThat(
            Duration.between(
                    ZonedDateTime.parse(text, parser), ZonedDateTime.now(ZoneId.systemDefault()))
                .abs())
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void list_names_everyone_but_the_requester() {
    TestClient alice = server.join("alice");
    assertThat(alice.say("/list", "").read().msg()).isEqualTo("You are the only active user!");

    server.joinAll("bob", "carol");

    assertThat(alice.say("/list", "").read().msg()).isEqualTo("Online users (2): bob, carol");
  }

  @Test
  void shout_reaches_everyone_but_the_sender() {
    TestClient alice = server.join("alice");
    TestClient bob = server.join("bob");
    TestClient carol = server.join("carol");

    alice.say("/shout", "hear me");

    Received shout = new Received("alice", "127.0.0.1", "Everyone", "hear me");
    assertThat(bob.read()).isEqualTo(shout);
    assertThat(carol.read()).isEqualTo(shout);
    assertThat(alice.read().msg()).isEqualTo("Message sent to 2 users");
    alice.expectNothing();
  }

  @Test
  void shout_counts_no_and_one_receiver_alike() {
    TestClient alice = server.join("alice");
    assertThat(alice.say("/shout", "").read().msg()).isEqualTo("Message sent to 0 users");

    server.join("bob");

    assertThat(alice.say("/shout", "").read().msg()).isEqualTo("Message sent to 1 users");
  }

  @Test
  void standard_shows_the_schema() {
    String text = server.join("alice").say("/standard", "").read().msg();

    assertThat(text).contains("\"from\"", "\"name\"", "\"ip\"", "\"to\"", "\"msg\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help", "/time", "/standard", "/list", "/shout", "nobody"})
  void what_the_server_writes_itself_stays_within_1000_bytes(String to) {
    TestClient longest = server.join("\"".repeat(63) + "x");
    TestClient widest = server.join("😀".repeat(64));

    assertThat(bytes(longest.say(to, "m").readLine())).isLessThan(1_000);
    assertThat(bytes(widest.say(to, "m").readFromServerLine())).isLessThan(1_000);
    assertThat(bytes(widest.say("\u0001".repeat(300), "").readFromServerLine())).isLessThan(1_000);
  }

  private static int bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length;
  }
}
