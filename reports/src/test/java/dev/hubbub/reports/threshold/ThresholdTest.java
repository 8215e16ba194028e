package dev.hubbub.reports.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.history.History;
import dev.hubbub.reports.history.HistoryAnalysis;
import dev.hubbub.reports.history.HistoryRun;
import dev.hubbub.reports.history.Results;
import dev.hubbub.reports.history.RunRecord;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ThresholdTest {
  private static final RunResult GOOD = run(20, 20_000.0, Verdict.Kind.VALID);
  private static final RunResult MISSED = run(20, null, Verdict.Kind.VALID);
  private static final RunResult INVALID = run(20, 20_000.0, Verdict.Kind.INVALID);
  private static final RunResult WORSE = run(20, 9_000.0, Verdict.Kind.VALID);

  private final StringWriter err = new StringWriter();

  @Test
  void a_good_run_passes_them_all() {
    assertThat(status(GOOD, "--fail-on", "regression,slo,invalid")).isEqualTo(ExitStatus.DONE);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void nothing_fails_unless_it_was_asked_for() {
    assertThat(status(WORSE)).isEqualTo(ExitStatus.DONE);
    assertThat(status(INVALID, "--fail-on", "slo")).isEqualTo(ExitStatus.DONE);
    assertThat(status(MISSED, "--fail-on", "invalid")).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void says_what_failed() {
    assertThat(status(WORSE, "--fail-on", "regression")).isEqualTo(ExitStatus.MISSED);
    assertThat(status(MISSED, "--fail-on", "slo")).isEqualTo(ExitStatus.MISSED);
    assertThat(status(INVALID, "--fail-on", "invalid")).isEqualTo(ExitStatus.INVALID);

    assertThat(err.toString().lines())
        .satisfiesExactly(
            line ->
                assertThat(line).startsWith("failed on regression: Users: 55 % fewer since run"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "failed on slo: users: no load was held inside the SLO (because of it)"),
            line ->
                assertThat(line).isEqualTo("failed on invalid: users: INVALID (because of it)"));
  }

  @Test
  void invalid_outweighs_the_others() {
    RunResult both =
        Results.run(
            GOOD.startedAt(),
            Results.users(null, Verdict.Kind.VALID),
            Results.users(null, Verdict.Kind.INVALID));

    assertThat(status(both, "--fail-on", "slo", "--fail-on", "invalid"))
        .isEqualTo(ExitStatus.INVALID);
  }

  @Test
  void without_a_history_there_is_no_regression_to_judge() {
    assertThat(Threshold.of(GOOD, null))
        .extracting(Threshold::kind)
        .containsExactly(FailOn.SLO, FailOn.INVALID);
  }

  private int status(RunResult run, String... arguments) {
    ThresholdOptions options = new ThresholdOptions();
    new CommandLine(new Owner(options))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(arguments);
    return options.status(Threshold.of(run, history(run)), new PrintWriter(err, true));
  }

  private static History history(RunResult newest) {
    List<HistoryRun> earlier =
        IntStream.range(0, 12)
            .mapToObj(night -> run(night, 20_000.0 + 100 * (night % 3 - 1), Verdict.Kind.VALID))
            .map(RunRecord::of)
            .toList();
    return HistoryAnalysis.of(earlier, RunRecord.of(newest));
  }

  private static RunResult run(int night, @Nullable Double users, Verdict.Kind verdict) {
    return Results.run(Results.START.plusSeconds(86_400L * night), Results.users(users, verdict));
  }

  @CommandLine.Command
  private record Owner(@CommandLine.Mixin ThresholdOptions options) {}
}
