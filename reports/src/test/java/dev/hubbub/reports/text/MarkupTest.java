package dev.hubbub.reports.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void textIsEscapedAndMarkupIsNot() {
    assertThat(Markup.of("<p title=\"{}\">{}</p>", "\"'", Markup.of("<b>{}</b>", "a<b>&c")).code())
        .isEqualTo("<p title=\"&quot;&#39;\"><b>a&lt;b&gt;&amp;c</b></p>");
  }

  @Test
  void aHoleInATextIsNotFilled() {
    assertThat(Markup.of("{}-{}", "{}", "b").code()).isEqualTo("{}-b");
  }

  @Test
  void theHolesAndThePartsMustBeEqualInNumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> Markup.of("{}"));
    assertThatIllegalArgumentException().isThrownBy(() -> Markup.of("{}", 1, 2));
  }

  @Test
  void piecesAreJoinedLineByLine() {
    assertThat(Stream.of(Markup.of("a"), Markup.of("b")).collect(Markup.joining()).code())
        .isEqualTo("a\nb");
  }
}
