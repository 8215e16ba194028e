package dev.hubbub.client.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void control_characters_become_symbols() {
    assertThat(SafeText.of("\u0000\t\r\n\u001b[2J\u007f\u0085\u009b"))
        .isEqualTo("␀␉␍␊␛[2J␡<U+0085><U+009B>");
  }

  @Test
  void what_changes_the_order_or_can_not_be_seen_becomes_a_symbol() {
    assertThat(SafeText.of("\u202e\u2066\u2069\u2028\ufeff\ud800"))
        .isEqualTo("<U+202E><U+2066><U+2069><U+2028><U+FEFF>\ufffd");
  }

  @Test
  void text_of_all_languages_and_emoji_stay() {
    String text = "שלום می‌خواهم 日本語 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 é";

    assertThat(SafeText.of(text)).isEqualTo(text);
  }

  @Test
  void lines_end_at_line_feeds_with_or_without_a_carriage_return() {
    assertThat(SafeText.lines("a\r\nb\n\rc")).containsExactly("a", "b", "␍c");
    assertThat(SafeText.lines("")).containsExactly("");
  }
}
