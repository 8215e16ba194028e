package dev.hubbub.reports.section;

import dev.hubbub.reports.chart.TrendChart;
import dev.hubbub.reports.history.History;
import dev.hubbub.reports.history.Trend;
import dev.hubbub.reports.section.Table.Row;
import dev.hubbub.reports.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** The headlined run among those before it. */
final class HistorySection {
  private HistorySection() {}

  static Section of(History history, String id) {
    List<String> words = new ArrayList<>();
    words.add(
        "%s. Of %s kept runs, %s are of like environment and were compared."
            .formatted(
                capitalized(history.words()),
                Numbers.count(history.runs()),
                Numbers.count(history.alike())));
    history
        .leftOut()
        .forEach(one ->
            words.add("Left out: %s, %s.".formatted(Numbers.count(one.runs()), one.reason())));
    List<Figure> figures = new ArrayList<>();
    for (Trend trend : history.trends()) {
      TrendChart.of(id + "-" + trend.metric().key(), trend)
          .map(chart -> new Figure(chart, trend.difference().words(), null))
          .ifPresent(figures::add);
    }
    return new Section(id, "From run to run", words, figures, List.of(table(history)), true);
  }

  private static Table table(History history) {
    return Table.remarks(
        "This run against its baseline",
        List.of("figure", "this run", "runs", "changes", "difference"),
        history.trends().stream().map(HistorySection::row).toList());
  }

  private static Row row(Trend trend) {
    DoubleFunction<String> label = TrendChart.label(trend.metric());
    String unit = trend.metric().unit().equals("bytes") ? "" : " " + trend.metric().unit();
    return Row.of(
        trend.metric().title(),
        trend.points().isEmpty()
            ? Numbers.UNKNOWN
            : label.apply(trend.points().getLast().value()) + unit,
        Numbers.count(trend.points().size()),
        trend.changes().isEmpty()
            ? "none"
            : trend.changes().stream()
                .map(change -> "run " + Numbers.count(change.index() + 1))
                .collect(Collectors.joining(", ")),
        trend.difference().words());
  }

  private static String capitalized(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
