package dev.hubbub.reports;

import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.chart.TrendChart;
import dev.hubbub.reports.history.Figure;
import dev.hubbub.reports.history.HistoryAnalysis;
import dev.hubbub.reports.history.HistoryFolder;
import dev.hubbub.reports.history.HistoryRun;
import dev.hubbub.reports.history.Metric;
import dev.hubbub.reports.section.Section;
import dev.hubbub.reports.section.Sections;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.text.PlainText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page over all kept runs, {@code index.html} of a history's folder: the trend, and a line a
 * run with a link to its report.
 *
 * @param rows the newest first
 * @param trend of the newest run that has a number, null where there is none
 * @param style the style sheet
 */
public record IndexPage(List<Row> rows, @Nullable Section trend, String style) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * A run.
   *
   * @param link to its report, empty where it is not kept
   * @param time when it began
   * @param verdict of the whole
   * @param style of the verdict
   * @param figures one for each metric
   */
  public record Row(
      String link,
      String time,
      String kind,
      String revision,
      String verdict,
      String style,
      String partialReason,
      List<String> figures) {}

  /**
   * The page.
   *
   * @param runs in the order of their beginnings
   */
  static IndexPage of(HistoryFolder folder, List<HistoryRun> runs) {
    Section trend =
        runs.reversed().stream()
            .filter(run -> run.partialReason() == null && !run.figures().isEmpty())
            .filter(run -> run.verdict() != Verdict.Kind.INVALID)
            .findFirst()
            .map(run -> Sections.history(HistoryAnalysis.of(runs, run)))
            .orElse(null);
    return new IndexPage(
        runs.reversed().stream().map(run -> row(folder, run)).toList(),
        trend,
        Resources.own("report.css"));
  }

  /** The headings of the figures. */
  public List<String> headings() {
    return Arrays.stream(Metric.values())
        .map(metric ->
            metric.unit().equals("bytes") || metric == Metric.USERS
                ? metric.title()
                : metric.title() + ", " + metric.unit())
        .toList();
  }

  /** The page as text. Whatever the texts of the runs contain, they appear as text. */
  String html() {
    return PlainText.clean(Templates.render("index.jte", "page", this));
  }

  private static Row row(HistoryFolder folder, HistoryRun run) {
    return new Row(
        folder.link(run, ReportWriter.PAGE),
        TIME.format(run.startedAt()),
        PlainText.line(run.kind()),
        PlainText.line(Objects.requireNonNullElse(run.gitRevision(), Numbers.UNKNOWN)),
        run.verdict() == null ? "no result" : run.verdict().name(),
        style(run.verdict()),
        PlainText.line(Objects.requireNonNullElse(run.partialReason(), "")),
        Arrays.stream(Metric.values()).map(metric -> figure(run, metric)).toList());
  }

  private static String figure(HistoryRun run, Metric metric) {
    return run.figure(metric).map(one -> figure(one, metric)).orElse(Numbers.UNKNOWN);
  }

  private static String figure(Figure figure, Metric metric) {
    String number = TrendChart.label(metric).apply(figure.value());
    return figure.verdict() == Verdict.Kind.AT_LEAST ? "at least " + number : number;
  }

  private static String style(Verdict.@Nullable Kind verdict) {
    return switch (verdict) {
      case VALID -> "valid";
      case AT_LEAST -> "at-least";
      case INVALID -> "invalid";
      case null -> "invalid";
    };
  }
}
