package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.StepProgress;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.Phase;
import dev.hubbub.measure.result.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void a_step_begins_with_its_target_what_held_and_the_time_that_is_left() {
    progress(false)
        .stepStarted(
            5,
            Dimension.RATE,
            new Step(Phase.BISECT, 12_000),
            new SearchStatus(Verdict.Kind.AT_LEAST, 10_000L, 14_000L, 3, Duration.ofSeconds(200)));

    assertThat(text.toString().strip())
        .isEqualTo(
            "rate step 5 (bisect): 12,000 messages/s; so far AT_LEAST 10,000, broke 14,000, lost 3,"
                + " <= 3:20 left");
  }

  @Test
  void while_it_runs_it_shows_what_is_achieved() {
    assertThat(
            ProgressText.of(
                new StepProgress(
                    StepProgress.Phase.WINDOW,
                    Duration.ofSeconds(9),
                    Duration.ofSeconds(2),
                    24_100,
                    24_000,
                    3.25)))
        .isEqualTo("window 2 s: 12,000/s, p99 3.3 ms, 100 on the way");
  }

  @Test
  void before_a_load_has_held_it_says_that_there_is_no_number_yet() {
    assertThat(
            ProgressText.standing(
                new SearchStatus(Verdict.Kind.INVALID, null, null, 0, Duration.ofSeconds(61))))
        .isEqualTo("so far INVALID, none held, lost 0, <= 1:01 left");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0432, 0.043 ms",
    "0.4, 0.4 ms",
    "3.25, 3.3 ms",
    "9.99, 10 ms",
    "83.4, 83 ms",
    "249.8, 250 ms",
    "1234, '1,200 ms'"
  })
  void latency_has_two_significant_digits(double ms, String shown) {
    assertThat(ProgressText.millis(ms)).isEqualTo(shown);
  }

  private LiveProgress progress(boolean terminal) {
    return new LiveProgress(new PrintWriter(text), terminal, () -> 0);
  }
}
