package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
  private final StringWriter text = new StringWriter();

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
