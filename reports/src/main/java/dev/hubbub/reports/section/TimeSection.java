package dev.hubbub.reports.section;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.GeneratorSeries;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.ServerSeries;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.StepSeries;
import dev.hubbub.reports.chart.Decisive;
import dev.hubbub.reports.chart.SeriesChart;
import dev.hubbub.reports.text.DimensionWords;
import dev.hubbub.reports.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** How the confirmation of each search went, interval by interval. */
final class TimeSection {
  private static final String SERVER = "first";
  private static final String GENERATOR = "second";

  private TimeSection() {}

  static Optional<Section> of(RunResult run, String id) {
    List<Figure> figures = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < run.dimensions().size(); i++) {
      DimensionResult dimension = run.dimensions().get(i);
      StepResult step = Decisive.step(dimension);
      StepSeries series = step == null ? null : step.series();
      if (step != null && series != null) {
        DimensionWords name = DimensionWords.of(dimension.dimension());
        String group = id + "-" + (i + 1);
        List<Figure> ofSearch = figures(group, name.title(), series);
        if (!ofSearch.isEmpty()) {
          figures.addAll(ofSearch);
          words.add(
              "%s: %s, at %s %s."
                  .formatted(
                      name.title(),
                      Decisive.words(step),
                      Numbers.decimal(step.target()),
                      name.unit()));
        }
      }
    }
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    words.add("Drag to zoom, double-click to see all again; the charts of a search move together.");
    return Optional.of(
        new Section(id, "Over the time of the confirmation", words, figures, List.of(), false));
  }

  private static List<Figure> figures(String group, String title, StepSeries series) {
    GeneratorSeries generator = series.generator();
    ServerSeries server = series.server();
    List<Figure> figures = new ArrayList<>();
    figure(
            group,
            "latency",
            title + ": latency",
            "Of what arrived in each interval.",
            List.of(
                new SeriesChart.Line("p50", "first", generator.seconds(), generator.latencyP50Ms()),
                new SeriesChart.Line(
                    "p99", "second", generator.seconds(), generator.latencyP99Ms()),
                new SeriesChart.Line(
                    "max", "third", generator.seconds(), generator.latencyMsMax())),
            Scaled.MILLIS)
        .ifPresent(figures::add);
    figure(
            group,
            "cpu",
            title + ": CPU",
            "Of the processors that each side may use.",
            List.of(
                new SeriesChart.Line("server", SERVER, server.seconds(), server.cpuShare()),
                new SeriesChart.Line(
                    "generator", GENERATOR, generator.seconds(), generator.cpuShare())),
            Scaled.SHARE)
        .ifPresent(figures::add);
    figure(
            group,
            "lag",
            title + ": event-loop lag",
            "The longest of each interval; of the server up to the next limit of its metrics.",
            List.of(
                new SeriesChart.Line("server", SERVER, server.seconds(), server.loopLagMsMax()),
                new SeriesChart.Line(
                    "generator", GENERATOR, generator.seconds(), generator.loopLagMsMax())),
            Scaled.MILLIS)
        .ifPresent(figures::add);
    figure(
            group,
            "gc",
            title + ": garbage collection",
            "Time that it took of each interval.",
            List.of(
                new SeriesChart.Line("server", SERVER, server.seconds(), server.gcMs()),
                new SeriesChart.Line(
                    "generator", GENERATOR, generator.seconds(), generator.gcMs())),
            Scaled.MILLIS)
        .ifPresent(figures::add);
    return figures;
  }

  private static Optional<Figure> figure(
      String group,
      String name,
      String title,
      String words,
      List<SeriesChart.Line> lines,
      Scaled scaled) {
    String id = group + "-" + name;
    return SeriesChart.of(id, title, lines, scaled.label)
        .map(chart -> new Figure(chart, words, Plots.of(id, group, scaled.unit, lines)));
  }

  /** How values are written. */
  private record Scaled(String unit, DoubleFunction<String> label) {
    static final Scaled MILLIS = new Scaled("ms", Numbers::millis);
    static final Scaled SHARE = new Scaled("%", Numbers::percent);
  }
}
