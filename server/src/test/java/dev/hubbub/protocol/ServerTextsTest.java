package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that clients recognise: a change here breaks somebody. */
class ServerTextsTest {
  @Test
  void the_texts_of_the_contract() {
    assertThat(ServerTexts.USERNAME_TAKEN)
        .isEqualTo("⛔ Error: Username already in! Try with another name.");
    assertThat(ServerTexts.SERVER_FULL).isEqualTo("⛔ Error: Server full.");
    assertThat(ServerTexts.SHUTTING_DOWN).isEqualTo("Server is shutting down.");
    assertThat(ServerTexts.ONLY_USER).isEqualTo("You are the only active user!");
    assertThat(ServerTexts.invalidUsername("why")).isEqualTo("⛔ Error: Invalid username: why.");
    assertThat(ServerTexts.invalidMessage("why")).isEqualTo("❌ Error: Invalid message: why");
    assertThat(ServerTexts.messageTooLarge(65_536)).isEqualTo("❌ Error: Message over 65536 bytes");
    assertThat(ServerTexts.tooManyInvalidMessages("why"))
        .startsWith("⛔ Error: Too many invalid messages.")
        .endsWith("why");
    assertThat(ServerTexts.notAvailable("bob")).isEqualTo("❌ Error: User 'bob' is not available.");
    assertThat(ServerTexts.unknownCommand("/x"))
        .isEqualTo("❌ Error: Unknown command '/x'. Send to /help for the commands.");
    assertThat(ServerTexts.onlineUsers(List.of("a", "b"))).isEqualTo("Online users (2): a, b");
    assertThat(ServerTexts.shouted(7)).isEqualTo("Message sent to 7 users");
  }

  @ParameterizedTest
  @CsvSource({"PT10S, 10", "PT0.5S, 0.5", "PT1M40S, 100", "PT1H, 3600", "PT0.001S, 0.001"})
  void the_time_for_a_username_is_said_in_seconds(Duration within, String seconds) {
    assertThat(ServerTexts.noUsername(within))
        .isEqualTo("⛔ Error: No username received within " + seconds + " s.");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05.9Z, 'Server time: 03:04:05 (2026-01-02, UTC+00:00)'",
    "2026-12-31T23:59:59-09:30, 'Server time: 23:59:59 (2026-12-31, UTC-09:30)'"
  })
  void the_time_comes_with_date_and_offset(ZonedDateTime now, String text) {
    assertThat(ServerTexts.time(now)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void a_rejection_is_recognised_by_its_first_words(String text) {
    assertThat(text).matches("(?s)[⛔❌] Error: .+");
  }

  static Stream<String> rejections() {
    return Stream.of(
        ServerTexts.USERNAME_TAKEN,
        ServerTexts.SERVER_FULL,
        ServerTexts.invalidUsername("x"),
        ServerTexts.noUsername(Duration.ofSeconds(10)),
        ServerTexts.invalidMessage("x"),
        ServerTexts.messageTooLarge(1),
        ServerTexts.tooManyInvalidMessages("x"),
        ServerTexts.notAvailable("x"),
        ServerTexts.unknownCommand("/x"));
  }

  @Test
  void the_longest_quotes_stay_within_1000_bytes_for_the_longest_name() {
    String worst = "\u0001".repeat(100);
    for (String text :
        List.of(ServerTexts.notAvailable(worst), ServerTexts.unknownCommand(worst))) {
      Message reply = new Message(Sender.SERVER, "😀".repeat(64), text);
      assertThat(MessageEncoder.encodedBytes(reply)).isLessThanOrEqualTo(1_000);
    }
  }

  @Test
  void the_schema_stays_within_1000_bytes_for_the_longest_name() {
    Message reply = new Message(Sender.SERVER, "😀".repeat(64), ServerTexts.SCHEMA);
    assertThat(MessageEncoder.encodedBytes(reply)).isLessThanOrEqualTo(1_000);
  }
}
