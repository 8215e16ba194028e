package dev.hubbub.reports.section;

import dev.hubbub.reports.chart.UslChart;
import dev.hubbub.reports.section.Table.Row;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.usl.UslResult;
import java.util.List;

/** What the Universal Scalability Law makes of the rate steps: advice, never the headline. */
final class UslSection {
  private static final String TITLE = "Scalability, as advice";

  private UslSection() {}

  static Section of(UslResult result, String id) {
    return switch (result) {
      case UslResult.NotFitted none ->
          new Section(id, TITLE, List.of(none.words()), List.of(), List.of(), false);
      case UslResult.Fitted fit ->
          new Section(
              id,
              TITLE,
              List.of(
                  fit.words(),
                  ("The Universal Scalability Law was fitted to %s levels: contention σ %s,"
                          + " crosstalk κ %s, throughput λ %s messages/s at %s messages/s offered;"
                          + " the residuals spread by %s of the mean.")
                      .formatted(
                          Numbers.count(fit.levels().size()),
                          Numbers.decimal(fit.sigma()),
                          Numbers.decimal(fit.kappa()),
                          Numbers.decimal(fit.lambda()),
                          Numbers.decimal(fit.unitPerSecond()),
                          Numbers.percent(fit.residualShare()))),
              UslChart.of(id + "-chart", fit)
                  .map(chart ->
                      List.of(new Figure(chart, "Measured marks, and the law as a line.", null)))
                  .orElse(List.of()),
              List.of(levels(fit)),
              false);
    };
  }

  private static Table levels(UslResult.Fitted fit) {
    return Table.numbers(
        "Levels with their residuals, messages/s",
        List.of("offered", "delivered", "by the law", "residual"),
        fit.levels().stream()
            .map(level ->
                Row.of(
                    Numbers.decimal(level.offeredPerSecond()),
                    Numbers.decimal(level.deliveredPerSecond()),
                    Numbers.decimal(level.fittedPerSecond()),
                    Numbers.decimal(level.residualPerSecond())))
            .toList());
  }
}
