package dev.hubbub.client.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import java.time.LocalTime;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final LocalTime TIME = LocalTime.of(9, 5, 7);
  private static final Mentions ALICE = new Mentions("alice");

  private final Transcript transcript = new Transcript(new Columns(null), true);

  @Test
  void further_lines_are_indented_so_that_nobody_can_fake_a_message() {
    Message message = message("bob", "alice", "one\n09:05:08 carol: two");

    assertThat(transcript.received(message, TIME, ALICE, 80))
        .extracting(AttributedString::toString)
        .containsExactly("09:05:07 bob: one", "         09:05:08 carol: two");
  }

  @Test
  void no_line_is_wider_than_the_terminal() {
    Message message =
        message("bob", "Everyone", "日本語 and a_very_long_word_without_a_space ".repeat(9));

    for (int width : new int[] {4, 10, 39, 40, 80}) {
      assertThat(transcript.received(message, TIME, ALICE, width))
          .allMatch(line -> line.columnLength() <= width);
    }
  }

  @Test
  void a_sender_has_the_same_colour_in_any_spelling_of_the_name() {
    assertThat(SenderColours.of("Bob")).isEqualTo(SenderColours.of("BOB"));
    assertThat(SenderColours.of("bob")).isNotEqualTo(SenderColours.of("carol"));
  }

  @Test
  void a_name_is_mentioned_as_a_word_of_its_own() {
    assertThat(ALICE.isIn("hey Alice!")).isTrue();
    assertThat(ALICE.isIn("malice")).isFalse();
    assertThat(new Mentions("a.b").isIn("axb")).isFalse();
  }

  private static Message message(String from, String to, String text) {
    return new Message(new Sender(from, "127.0.0.1"), to, text);
  }
}
