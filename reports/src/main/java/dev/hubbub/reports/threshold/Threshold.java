package dev.hubbub.reports.threshold;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.history.Difference;
import dev.hubbub.reports.history.History;
import dev.hubbub.reports.text.PlainText;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be failed on, and how it came out.
 *
 * @param kind what it is
 * @param passed whether it held
 * @param words what was found
 */
public record Threshold(FailOn kind, boolean passed, String words) {
  /**
   * All thresholds of a run.
   *
   * @param history what the runs before it say of it; null where none is kept, and then a
   *     regression is no threshold
   */
  public static List<Threshold> of(RunResult run, @Nullable History history) {
    Threshold slo =
        searches(FailOn.SLO, run, Threshold::isMissed, "no load was held inside the SLO");
    Threshold invalid = searches(FailOn.INVALID, run, Threshold::isInvalid, "INVALID");
    return history == null ? List.of(slo, invalid) : List.of(regression(history), slo, invalid);
  }

  private static Threshold regression(History history) {
    String worse =
        history.trends().stream()
            .filter(trend -> trend.difference().kind() == Difference.Kind.WORSE)
            .map(trend -> trend.name() + ": " + trend.difference().words())
            .collect(Collectors.joining("; "));
    return worse.isEmpty()
        ? new Threshold(FailOn.REGRESSION, true, history.words())
        : new Threshold(FailOn.REGRESSION, false, worse);
  }

  private static Threshold searches(
      FailOn kind, RunResult run, Predicate<DimensionResult> fails, String words) {
    String failed =
        run.dimensions().stream()
            .filter(fails)
            .map(one ->
                "%s: %s (%s)"
                    .formatted(
                        PlainText.line(one.dimension()),
                        words,
                        PlainText.line(one.verdict().reason())))
            .collect(Collectors.joining("; "));
    return failed.isEmpty()
        ? new Threshold(kind, true, "passed")
        : new Threshold(kind, false, failed);
  }

  private static boolean isInvalid(DimensionResult dimension) {
    return dimension.verdict().kind() == Verdict.Kind.INVALID;
  }

  private static boolean isMissed(DimensionResult dimension) {
    return dimension.held() == null && !isInvalid(dimension);
  }
}
