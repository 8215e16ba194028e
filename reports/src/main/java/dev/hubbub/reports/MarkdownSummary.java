package dev.hubbub.reports;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.section.Section;
import dev.hubbub.reports.section.Sections;
import dev.hubbub.reports.section.StepsSection;
import dev.hubbub.reports.section.Table;
import dev.hubbub.reports.text.MarkdownText;
import dev.hubbub.reports.text.Markup;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.words.Costs;
import dev.hubbub.reports.words.Fact;
import dev.hubbub.reports.words.Headline;
import dev.hubbub.reports.words.Overview;
import dev.hubbub.reports.words.StepColumn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report as a short text in GitHub Flavored Markdown: {@code summary.md}. */
public final class MarkdownSummary {
  /** GitHub takes 1,024 KB of a job summary; letters beyond ASCII take up to four bytes. */
  private static final int BYTES_MAX = 1_000_000;

  private static final List<StepColumn> COLUMNS =
      StepColumn.ALL.stream().filter(StepColumn::isCompact).toList();

  private MarkdownSummary() {}

  /** The text of one run. */
  public static String render(RunResult run) {
    return render(Report.of(run), Findings.NONE);
  }

  /** The text. Whatever the texts of the results contain, they appear as text. */
  public static String render(Report report, Findings findings) {
    Overview overview = Overview.of(report, findings);
    List<String> parts = new ArrayList<>();
    parts.add(head(overview));
    parts.add(verdicts(overview));
    parts.add(costs(overview));
    parts.add(
        overview.facts().stream()
            .map(fact -> "**%s:** %s\n\n".formatted(escape(fact.name()), escape(fact.value())))
            .collect(Collectors.joining()));
    if (overview.command() != null) {
      parts.add("Repeat it:\n\n" + MarkdownText.block("sh", overview.command()) + "\n");
    }
    for (RunResult run : report.runs()) {
      run.dimensions().stream().map(one -> MermaidChart.of(one, run.slo())).forEach(parts::add);
    }
    Sections.of(report, findings).stream()
        .filter(Section::isInSummary)
        .map(MarkdownSummary::section)
        .forEach(parts::add);
    for (RunResult run : report.runs()) {
      run.dimensions().stream().map(MarkdownSummary::steps).forEach(parts::add);
    }
    return fitting(parts);
  }

  private static String fitting(List<String> parts) {
    StringBuilder out = new StringBuilder();
    int left = BYTES_MAX;
    for (String part : parts) {
      left -= part.getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        return out.append("The rest is too long for a summary: it is in index.html.\n").toString();
      }
      out.append(part);
    }
    return out.toString();
  }

  private static String head(Overview overview) {
    String warnings =
        overview.warnings().stream()
            .map(reason ->
                "> [!WARNING]\n> **PARTIAL**: this run is incomplete: " + escape(reason) + "\n\n")
            .collect(Collectors.joining());
    return "## Hubbub %s: %s\n\n%s"
        .formatted(escape(lowerCased(overview.title())), escape(overview.sentence()), warnings);
  }

  private static String lowerCased(String title) {
    return title.substring(0, title.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT)
        + title.substring(title.offsetByCodePoints(0, 1));
  }

  private static String verdicts(Overview overview) {
    return overview.headlines().isEmpty()
        ? ""
        : table(
            List.of(
                "Search",
                "Result",
                "Verdict",
                "Why",
                "How exactly it is known",
                "Breaking point",
                "Held constant"),
            overview.headlines().stream().map(MarkdownSummary::verdict).toList());
  }

  private static List<String> verdict(Headline headline) {
    return List.of(
        headline.words().title(),
        headline.result(),
        headline.verdict().name(),
        headline.reason(),
        headline.uncertainty().isEmpty() ? Numbers.UNKNOWN : headline.uncertainty(),
        headline.breakingPoint(),
        headline.fixed());
  }

  private static String costs(Overview overview) {
    List<List<String>> rows =
        overview.costs().stream()
            .flatMap(costs ->
                costs.facts().isEmpty()
                    ? Stream.of(List.of(costs.title(), "unknown", costs.method()))
                    : costs.facts().stream().map(fact -> cost(costs, fact)))
            .toList();
    return rows.isEmpty() ? "" : table(List.of("Cost", "Figure", "How"), rows);
  }

  private static List<String> cost(Costs costs, Fact fact) {
    return List.of(costs.title() + ": " + fact.name(), fact.value(), costs.method());
  }

  private static String section(Section section) {
    String words =
        section.words().stream().map(one -> escape(one) + "\n\n").collect(Collectors.joining());
    String tables =
        section.tables().stream()
            .map(table -> "**" + escape(table.caption()) + "**\n\n" + table(table))
            .collect(Collectors.joining());
    return "### " + escape(section.title()) + "\n\n" + words + tables;
  }

  private static String steps(DimensionResult dimension) {
    if (dimension.steps().isEmpty()) {
      return "";
    }
    // Markdown is not read in this line: it is HTML up to the next empty one.
    String summary =
        Markup.of(
                "<details><summary>{}: {} steps</summary>\n\n",
                Headline.of(dimension).words().title(),
                Numbers.count(dimension.steps().size()))
            .code();
    return summary + table(StepsSection.table(dimension, COLUMNS)) + "</details>\n\n";
  }

  private static String table(Table table) {
    return table(table.flatHeadings(), table.rows().stream().map(Table.Row::cells).toList());
  }

  private static String table(List<String> headings, List<List<String>> rows) {
    return row(headings.stream().map(MarkdownSummary::escape).toList())
        + row(headings.stream().map(heading -> "---").toList())
        + rows.stream()
            .map(row -> row(row.stream().map(MarkdownSummary::escape).toList()))
            .collect(Collectors.joining())
        + "\n";
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String escape(String raw) {
    return MarkdownText.escape(raw);
  }
}
