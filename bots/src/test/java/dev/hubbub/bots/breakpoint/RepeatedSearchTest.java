package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.search.Attribution;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.StepOutcome;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.measure.result.Verdict.Kind;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedSearchTest {
  private static final String UNSTEADY = "not steady after a warm-up of 24 s: throughput wavers";

  private long nowNs;

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000})
  void after_a_warm_up_that_was_never_steady_neither_a_number_nor_its_lack_counts(long cliff)
      throws Exception {
    DimensionResult result = search(cliff, UNSTEADY);

    assertThat(result.held()).isNull();
    assertThat(result.verdict()).isEqualTo(new Verdict(Kind.INVALID, UNSTEADY));
    assertThat(result.steps()).as("worth a look").isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000})
  void after_a_steady_one_both_do(long cliff) throws Exception {
    assertThat(search(cliff, null).verdict().kind()).isEqualTo(Kind.VALID);
  }

  private DimensionResult search(long cliff, @Nullable String unsteady) throws Exception {
    LiveProgress progress =
        new LiveProgress(new PrintWriter(Writer.nullWriter()), false, NanoClock.SYSTEM);
    RepeatedSearch search =
        new RepeatedSearch(
            1,
            () ->
                new DimensionSearch(
                    Samples.config(Duration.ofMinutes(10)),
                    step -> run(step, cliff),
                    new Attribution(1.0, null),
                    progress,
                    () -> nowNs),
            unsteady,
            progress);
    search.run();
    return search.result("");
  }

  private StepOutcome run(Step step, long cliff) {
    nowNs += Duration.ofSeconds(4).toNanos();
    return Samples.outcome(step.phase().text(), step.target(), step.target() <= cliff);
  }
}
