package dev.hubbub.reports.compare;

import dev.hubbub.reports.history.Figure;
import dev.hubbub.reports.history.HistoryRun;
import dev.hubbub.reports.history.Metric;
import dev.hubbub.reports.text.DimensionWords;
import dev.hubbub.reports.text.MarkdownText;
import dev.hubbub.reports.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A comparison in Markdown, with its columns aligned for a terminal. */
final class ComparisonText {
  private ComparisonText() {}

  static String render(Comparison comparison) {
    String text = table(figures(comparison));
    if (!comparison.unlike().isEmpty()) {
      String reason = MarkdownText.escape(comparison.unlike());
      text = "Not alike, so no difference is judged: " + reason + "\n\n" + text;
    }
    return comparison.latencies().isEmpty() ? text : text + "\n" + table(latencies(comparison));
  }

  private static List<List<String>> figures(Comparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "A", "B", "difference", "judgement"));
    rows.add(List.of("run", name(comparison.first()), name(comparison.second()), "", ""));
    for (ComparedFigure figure : comparison.figures()) {
      rows.add(
          List.of(
              figure.metric().title() + ", " + figure.metric().unit(),
              value(figure.first()),
              value(figure.second()),
              difference(figure.metric(), figure.share()),
              figure.judgement().words()));
    }
    return rows;
  }

  private static List<List<String>> latencies(Comparison comparison) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("p99 (95 % interval), ms", "A", "B", "difference", "judgement"));
    for (ComparedLatency latency : comparison.latencies()) {
      String unit = DimensionWords.of(latency.dimension()).unit();
      double share = latency.second().p99Ms() / latency.first().p99Ms() - 1;
      rows.add(
          List.of(
              Numbers.decimal(latency.load()) + " " + MarkdownText.escape(unit),
              tail(latency.first()),
              tail(latency.second()),
              signed(share),
              latency.judgement().words()));
    }
    return rows;
  }

  private static String name(HistoryRun run) {
    String revision = run.gitRevision();
    return MarkdownText.escape(revision == null ? run.id() : run.id() + " " + revision);
  }

  private static String value(@Nullable Figure figure) {
    if (figure == null) {
      return Numbers.UNKNOWN;
    }
    String number = Numbers.decimal(figure.value());
    String bounded = ComparedFigure.isBound(figure) ? "at least " + number : number;
    return figure.repeats().isEmpty()
        ? bounded
        : bounded + " (" + figure.repeats().size() + " searches)";
  }

  private static String tail(Tail tail) {
    return "%s (%s to %s)"
        .formatted(
            Numbers.decimal(tail.p99Ms()),
            Numbers.decimal(tail.lowMs()),
            Numbers.decimal(tail.highMs()));
  }

  private static String difference(Metric metric, @Nullable Double share) {
    return share == null || share == 0
        ? share == null ? Numbers.UNKNOWN : "none"
        : Numbers.percent(Math.abs(share)) + " " + metric.direction(share);
  }

  private static String signed(double share) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
  }

  private static String table(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    String rule =
        IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("-|-", "|-", "-|\n"));
    List<String> lines = rows.stream().map(row -> line(row, widths)).toList();
    return lines.getFirst() + rule + String.join("", lines.subList(1, lines.size()));
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
