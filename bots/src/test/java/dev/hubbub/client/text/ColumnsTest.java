package dev.hubbub.client.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private final Columns columns = new Columns(null);

  @Test
  void wide_characters_take_two_columns_and_combining_ones_none() {
    assertThat(columns.of("abc")).isEqualTo(3);
    assertThat(columns.of("日本")).isEqualTo(4);
    assertThat(columns.of("e\u0301")).isEqualTo(1);
    assertThat(columns.of("שָׁלוֹם")).isEqualTo(4);
    assertThat(columns.of("😀")).isEqualTo(2);
    assertThat(columns.of("👩‍👩‍👧")).isEqualTo(2);
  }

  @Test
  void lines_break_at_spaces_and_long_words_anywhere() {
    assertThat(wrap("one two three", 7, 7)).containsExactly("one two", "three");
    assertThat(wrap("one two", 7, 7)).containsExactly("one two");
    assertThat(wrap("abcdefghij", 4, 3)).containsExactly("abcd", "efg", "hij");
    assertThat(wrap("日本語日本語", 5, 5)).containsExactly("日本", "語日", "本語");
    assertThat(wrap("", 5, 5)).containsExactly("");
    assertThat(wrap("a   ", 2, 2)).allMatch(line -> columns.of(line) <= 2);
  }

  private List<String> wrap(String text, int firstMax, int max) {
    return columns.wrap(text, firstMax, max).stream()
        .map(line -> text.substring(line.start(), line.end()))
        .toList();
  }
}
