package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnicodeTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\udc00", "a\ud83d", "\ud83dx", "\udc00\ud800", "😀\ude00"})
  void a_lone_surrogate_is_found(String text) {
    assertThat(UnicodeText.hasLoneSurrogate(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "😀", "😀😀", "a😀é", "\uFFFF\uE000"})
  void pairs_are_none(String text) {
    assertThat(UnicodeText.hasLoneSurrogate(text)).isFalse();
  }

  @Test
  void a_quote_has_at_most_64_code_points() {
    assertThat(UnicodeText.quote("a".repeat(64))).isEqualTo("a".repeat(64));
    assertThat(UnicodeText.quote("a".repeat(65))).isEqualTo("a".repeat(64));
    assertThat(UnicodeText.quote("😀".repeat(65))).isEqualTo("😀".repeat(64));
    assertThat(UnicodeText.quote("")).isEmpty();
  }

  @Test
  void a_quote_has_no_half_characters_and_keeps_whole_ones() {
    assertThat(UnicodeText.quote("a\ud800b")).isEqualTo("a\uFFFDb");
    assertThat(UnicodeText.quote("😀\udc00")).isEqualTo("😀\uFFFD");
  }

  @ParameterizedTest
  @CsvSource({"a, 1", "é, 2", "字, 3", "😀, 4", "\", 2", "\\, 2", "/, 1", "\u007f, 1", "\u2028, 3"})
  void bytes_in_json_are_those_of_utf_8_and_of_escapes(String text, int bytes) {
    assertThat(UnicodeText.jsonBytes(text)).isEqualTo(bytes);
  }
}
