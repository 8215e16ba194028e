package dev.hubbub.reports.compare;

import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.history.Figure;
import dev.hubbub.reports.history.HistoryRun;
import dev.hubbub.reports.history.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure of two runs.
 *
 * @param first null where the first run has no such figure
 * @param second null where the second has none
 */
public record ComparedFigure(
    Metric metric, @Nullable Figure first, @Nullable Figure second, Judgement judgement) {
  /** The difference over the first (-0.08: eight per cent less), null where one is missing. */
  public @Nullable Double share() {
    return first == null || second == null ? null : (Double) (second.value() / first.value() - 1);
  }

  /**
   * All figures that either run has.
   *
   * @param unlike why the runs may not be compared, or nothing
   */
  static List<ComparedFigure> of(HistoryRun first, HistoryRun second, Optional<String> unlike) {
    return Arrays.stream(Metric.values())
        .filter(one -> first.figure(one).isPresent() || second.figure(one).isPresent())
        .map(
            one -> of(one, first.figure(one).orElse(null), second.figure(one).orElse(null), unlike))
        .toList();
  }

  private static ComparedFigure of(
      Metric metric, @Nullable Figure first, @Nullable Figure second, Optional<String> unlike) {
    return new ComparedFigure(metric, first, second, judge(metric, first, second, unlike));
  }

  private static Judgement judge(
      Metric metric, @Nullable Figure first, @Nullable Figure second, Optional<String> unlike) {
    if (first == null || second == null) {
      return Judgement.undecided("only one of them has it");
    }
    if (unlike.isPresent()) {
      return Judgement.undecided("not judged: not alike");
    }
    if (first.verdict() != second.verdict()) {
      return Judgement.undecided("not judged: one is a lower bound");
    }
    String sort = metric == Metric.USERS || metric == Metric.RATE ? "searches" : "values";
    return Judgement.of(values(first), values(second), metric.isWorse(-1), sort);
  }

  /** Whether a figure is a lower bound. */
  static boolean isBound(Figure figure) {
    return figure.verdict() == Verdict.Kind.AT_LEAST;
  }

  private static List<Double> values(Figure figure) {
    return figure.repeats().isEmpty() ? List.of(figure.value()) : figure.repeats();
  }
}
