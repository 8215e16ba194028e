package dev.hubbub.reports;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.chart.Chart;
import dev.hubbub.reports.chart.DeliveryChart;
import dev.hubbub.reports.chart.LatencyChart;
import dev.hubbub.reports.chart.Mark;
import dev.hubbub.reports.chart.MemoryChart;
import dev.hubbub.reports.text.Markup;
import dev.hubbub.reports.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The charts of a page. */
final class ChartSection {
  private ChartSection() {}

  static Markup of(RunResult run) {
    List<Markup> figures = new ArrayList<>();
    for (int i = 0; i < run.dimensions().size(); i++) {
      DimensionResult dimension = run.dimensions().get(i);
      String id = "chart-" + (i + 1);
      figures.add(
          figure(
              LatencyChart.of(id + "-latency", dimension, run.slo()),
              "Latency from the time at which a message was due. Marks and the dashed limit are for p99."));
      figures.add(
          figure(
              DeliveryChart.of(id + "-delivery", dimension),
              "On the dashed line everything that was offered arrives."));
    }
    if (run.memory() != null) {
      String slopes = Costs.user(run).inWords();
      figures.add(
          figure(
              MemoryChart.of("chart-memory", run.memory()),
              "Fitted lines; a user: " + slopes + "."));
    }
    return Markup.of(
        """
        <section aria-labelledby="charts">
        <h2 id="charts">Charts</h2>
        {}
        <div class="charts">
        {}
        </div>
        </section>\
        """,
        legend(),
        figures.stream().collect(Markup.joining()));
  }

  private static Markup figure(Optional<Chart> chart, String words) {
    return chart
        .map(one ->
            Markup.of(
                """
                <figure>
                <figcaption><h3>{}</h3><p>{}</p></figcaption>
                {}
                </figure>\
                """,
                one.title(),
                words,
                one.svg()))
        .orElse(Markup.NONE);
  }

  private static Markup legend() {
    Markup marks =
        Mark.ofSteps().stream()
            .map(mark ->
                Markup.of(
                    "<li><svg class=\"key\" viewBox=\"-8 -8 16 16\" aria-hidden=\"true\">"
                        + "<g class=\"mark\">{}</g></svg> {}</li>",
                    mark.shape(),
                    mark.words()))
            .collect(Markup.joining());
    return Markup.of(
        "<ul class=\"keys\" aria-label=\"Marks of the steps\">{}<li>{} not measured</li></ul>",
        marks,
        Numbers.UNKNOWN);
  }
}
