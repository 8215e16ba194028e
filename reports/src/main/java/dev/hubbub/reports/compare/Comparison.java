package dev.hubbub.reports.compare;

import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.history.HistoryAnalysis;
import dev.hubbub.reports.history.HistoryRun;
import dev.hubbub.reports.history.RunRecord;
import java.util.List;
import java.util.Optional;

/**
 * Two runs side by side.
 *
 * @param unlike why their figures are shown, but no difference is judged; empty where they are
 *     alike
 * @param figures that either of them has
 * @param latencies at the loads that both were under
 */
public record Comparison(
    HistoryRun first,
    HistoryRun second,
    String unlike,
    List<ComparedFigure> figures,
    List<ComparedLatency> latencies) {
  /** Compares a run with an earlier one. */
  public static Comparison of(RunResult first, RunResult second) {
    HistoryRun one = RunRecord.of(first);
    HistoryRun other = RunRecord.of(second);
    Optional<String> unlike = HistoryAnalysis.difference(one, other);
    return new Comparison(
        one,
        other,
        unlike.orElse(""),
        ComparedFigure.of(one, other, unlike),
        ComparedLatency.of(first, second, unlike));
  }

  /** The figures of the second that are worse, beyond noise. */
  public List<ComparedFigure> worse() {
    return figures.stream()
        .filter(figure -> figure.judgement().outcome() == Outcome.WORSE)
        .toList();
  }
}
