package dev.hubbub.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void ordinaryTextOfAnyLanguageStaysAsItIs() {
    String text = "Zürich שלום 你好 😀\n\tindented";
    assertThat(PlainText.clean(text)).isEqualTo(text);
  }

  @Test
  void controlCharactersAndHalfCharactersAreReplaced() {
    assertThat(PlainText.clean("\u0000\u001B[31m\u007F\u009B \uD83D \uFFFF"))
        .isEqualTo("\uFFFD\uFFFD[31m\uFFFD\uFFFD \uFFFD \uFFFD");
  }

  @Test
  void whatTurnsTheReadingDirectionBecomesVisible() {
    assertThat(PlainText.clean("\u202Eexe.txt\u2069")).isEqualTo("[U+202E]exe.txt[U+2069]");
  }

  @Test
  void aLineHasNoBreaks() {
    assertThat(PlainText.line(" a\r\n\tb  c ")).isEqualTo("a b c");
  }
}
