package dev.hubbub.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private final StringWriter text = new StringWriter();
  private long nowNs;

  @Test
  void off_a_terminal_live_text_is_a_plain_line_every_few_seconds() {
    ProgressLine progress = progress(false);
    progress.subject("users step 1");
    for (int second = 0; second < 12; second++) {
      progress.live(second + " s");
      nowNs += TimeUnit.SECONDS.toNanos(1);
    }
    progress.line("held");

    assertThat(text.toString().lines()).containsExactly("users step 1", "  5 s", "  10 s", "held");
    assertThat(text.toString()).doesNotContain("\r", "\u001b");
  }

  @Test
  void on_a_terminal_live_text_rewrites_one_line_and_lines_stay() {
    ProgressLine progress = progress(true);
    progress.subject("users step 1");
    progress.live("1 s");
    progress.line("held");

    assertThat(text.toString())
        .isEqualTo(
            "\r\u001b[2Kusers step 1\r\u001b[2Kusers step 1 · 1 s\r\u001b[2Kheld"
                + System.lineSeparator());
  }

  @Test
  void on_a_terminal_no_live_text_is_long_enough_to_wrap() {
    progress(true).subject("x".repeat(500));

    assertThat(text.toString()).hasSizeLessThan(90);
  }

  @Test
  void how_things_stand_comes_last_and_gives_way_on_a_narrow_terminal() {
    ProgressLine wide = new ProgressLine(new PrintWriter(text), 60, () -> nowNs);
    wide.subject("users step 1", "held 10");
    wide.live("1 s");
    ProgressLine narrow = new ProgressLine(new PrintWriter(text), 20, () -> nowNs);
    narrow.subject("users step 1", "held 10");
    narrow.live("1 s");

    assertThat(text.toString().split("\r\u001b\\[2K", -1))
        .containsExactly(
            "",
            "users step 1; held 10",
            "users step 1 · 1 s; held 10",
            "users step 1; held ",
            "users step 1 · 1 s;");
  }

  @Test
  void live_text_can_be_taken_away_once() {
    ProgressLine progress = progress(true);
    progress.erase();
    progress.subject("users step 1");
    progress.erase();
    progress.erase();

    assertThat(text.toString()).isEqualTo("\r\u001b[2Kusers step 1\r\u001b[2K");
  }

  private ProgressLine progress(boolean terminal) {
    return new ProgressLine(new PrintWriter(text), terminal, () -> nowNs);
  }
}
