package dev.hubbub.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunRecordTest {
  private static final RunResult RUN =
      Results.run(Results.START, Results.users(20_000.0, Verdict.Kind.AT_LEAST, 19_000, 21_000));

  @Test
  void keeps_the_numbers_with_their_verdicts() {
    assertThat(RunRecord.of(RUN).figures())
        .containsExactly(
            new Figure("users", 20_000, Verdict.Kind.AT_LEAST, List.of(19_000.0, 21_000.0)),
            new Figure("residentBytesPerUser", 5_000, Verdict.Kind.VALID, List.of()),
            new Figure("serverMicrosPerMessage", 12.5, Verdict.Kind.VALID, List.of()));
    assertThat(RunRecord.of(RUN).verdict()).isEqualTo(Verdict.Kind.AT_LEAST);
  }

  @Test
  void keeps_no_number_that_is_invalid() {
    RunResult run = Results.run(Results.START, Results.users(20_000.0, Verdict.Kind.INVALID));

    assertThat(RunRecord.of(run).figure(Metric.USERS)).isEmpty();
    assertThat(RunRecord.of(run).verdict()).isEqualTo(Verdict.Kind.INVALID);
  }

  @Test
  void the_same_run_has_the_same_id_and_another_has_another() {
    RunResult other = Results.run(Results.START, Results.users(20_001.0, Verdict.Kind.VALID));

    assertThat(RunRecord.of(RUN).id()).matches("20260301T123456Z-[0-9a-f]{8}");
    assertThat(RunRecord.of(RUN).id()).isEqualTo(RunRecord.of(RUN).id());
    assertThat(RunRecord.of(other).id()).isNotEqualTo(RunRecord.of(RUN).id());
  }

  @Test
  void a_line_is_small() {
    assertThat(HistoryJson.write(RunRecord.of(RUN))).hasSizeLessThan(2_000).doesNotContain("\n");
  }

  @Test
  void updates_of_kernel_and_java_and_where_it_was_written_are_alike() {
    assertThat(
            difference("A", "Linux 6.1.0-31", "25.0.2+9 (VM)", Map.of("--seed", "7", "--out", "x")))
        .isNull();
  }

  @Test
  void another_machine_kernel_java_or_load_is_not() {
    Map<String, String> options = Map.of("--seed", "42");
    assertThat(difference("B", "Linux 6.1.0-28", "25.0.1+8 (VM)", options))
        .isEqualTo("processor: 'B', not 'A'");
    assertThat(difference("A", "Linux 6.12.1", "25.0.1+8 (VM)", options))
        .isEqualTo("kernel: 'Linux 6.12', not 'Linux 6.1'");
    assertThat(difference("A", "Linux 6.1.0-28", "26+1 (VM)", options))
        .isEqualTo("Java: '26 (VM)', not '25 (VM)'");
    assertThat(difference("A", "Linux 6.1.0-28", "25.0.1+8 (VM)", Map.of("--payload", "900")))
        .isEqualTo("--payload: '900', not 'not given'");
  }

  private static @Nullable String difference(
      String processor, String kernel, String java, Map<String, String> options) {
    RunResult other =
        Results.run(
            Results.START.minusSeconds(60),
            Results.environment(processor, kernel, java),
            options,
            Results.users(20_000.0, Verdict.Kind.VALID));
    return Conditions.difference(RunRecord.of(other), RunRecord.of(RUN)).orElse(null);
  }
}
