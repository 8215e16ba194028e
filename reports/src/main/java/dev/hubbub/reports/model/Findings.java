package dev.hubbub.reports.model;

import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.history.History;
import dev.hubbub.reports.usl.UslFit;
import dev.hubbub.reports.usl.UslResult;
import org.jspecify.annotations.Nullable;

/**
 * What is concluded from results beside the results themselves.
 *
 * @param history what earlier runs say of the headlined one, null where none are kept
 * @param scalability what came of fitting the Universal Scalability Law, null where it was not
 *     tried
 */
public record Findings(@Nullable History history, @Nullable UslResult scalability) {
  /** Nothing beside the results. */
  public static final Findings NONE = new Findings(null, null);

  /** What is concluded from a report's own results, beside what earlier runs say. */
  public static Findings of(Report report, @Nullable History history) {
    RunResult run = report.run();
    UslResult scalability =
        run == null
            ? null
            : run.dimensions().stream()
                .filter(dimension -> dimension.dimension().equals("rate"))
                .findFirst()
                .map(dimension -> UslFit.of(dimension.steps()))
                .orElse(null);
    return new Findings(history, scalability);
  }
}
