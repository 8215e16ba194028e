package dev.hubbub.reports.section;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.chart.DeliveryChart;
import dev.hubbub.reports.chart.LatencyChart;
import dev.hubbub.reports.chart.PercentileChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened as the load rose: latency, delivery, and the distribution at the number. */
final class SearchSection {
  private SearchSection() {}

  static Optional<Section> of(RunResult run, String id) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < run.dimensions().size(); i++) {
      DimensionResult dimension = run.dimensions().get(i);
      String chart = id + "-" + (i + 1);
      LatencyChart.of(chart + "-latency", dimension, run.slo())
          .map(one ->
              new Figure(
                  one,
                  "From the time at which a message was due. Marks and the dashed limit are for"
                      + " p99.",
                  null))
          .ifPresent(figures::add);
      DeliveryChart.of(chart + "-delivery", dimension)
          .map(one ->
              new Figure(one, "On the dashed line everything that was offered arrives.", null))
          .ifPresent(figures::add);
      PercentileChart.of(chart + "-percentiles", dimension, run.slo())
          .map(one ->
              new Figure(
                  one, "Each step to the right leaves a tenth of the slower messages.", null))
          .ifPresent(figures::add);
    }
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section(id, "As the load rose", List.of(), figures, List.of(), false));
  }
}
