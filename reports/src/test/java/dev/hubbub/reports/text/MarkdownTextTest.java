package dev.hubbub.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {
  @Test
  void signsLoseTheirMeaning() {
    assertThat(MarkdownText.escape("a|b *c* `d` [e](f) <g> &amp; $h$ _i_\nAT_LEAST"))
        .isEqualTo("a\\|b \\*c\\* \\`d\\` \\[e\\](f) &lt;g&gt; &amp;amp; \\$h\\$ \\_i\\_ AT_LEAST");
  }

  @Test
  void aBlockIsFencedWithMoreThanItsTextHolds() {
    assertThat(MarkdownText.block("sh", "a ```` b")).isEqualTo("`````sh\na ```` b\n`````\n");
  }
}
