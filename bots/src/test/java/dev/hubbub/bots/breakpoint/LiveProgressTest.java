package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
  private final StringWriter text = new StringWriter();

  @Test
  void off_a_terminal_everything_is_a_plain_line() {
    LiveProgress progress = progress(false);
    progress.subject("users step 1");
    progress.live("1 s");
    progress.line("held");

    assertThat(text.toString().lines()).containsExactly("users step 1", "  1 s", "held");
    assertThat(text.toString()).doesNotContain("\r", "\u001b");
  }

  @Test
  void on_a_terminal_live_text_rewrites_one_line_and_lines_stay() {
    LiveProgress progress = progress(true);
    progress.subject("users step 1");
    progress.live("1 s");
    progress.line("held");

    assertThat(text.toString())
        .isEqualTo(
            "\rusers step 1\u001b[K\rusers step 1 · 1 s\u001b[K\r\u001b[Kheld"
                + System.lineSeparator());
  }

  @Test
  void on_a_terminal_no_live_text_is_long_enough_to_wrap() {
    progress(true).subject("x".repeat(500));

    assertThat(text.toString()).hasSizeLessThan(90);
  }

  @Test
  void a_step_is_announced_and_judged_in_a_line() {
    LiveProgress progress = progress(false);

    progress.stepEnded(3, Dimension.RATE, Samples.outcome("bisect", 24_000, false));

    assertThat(text.toString().strip())
        .isEqualTo(
            "rate step 3 (bisect): 24,000 messages/s: 24,000/s delivered, p99 83 ms, lost 0:"
                + " failed: p99 latency 83 ms");
  }

  private LiveProgress progress(boolean terminal) {
    return new LiveProgress(new PrintWriter(text), terminal, () -> 0);
  }
}
