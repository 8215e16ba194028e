package dev.hubbub.reports;

import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.reports.text.MarkdownText;
import dev.hubbub.reports.text.Markup;
import dev.hubbub.reports.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run as a short text in GitHub Flavored Markdown: {@code summary.md}. */
public final class MarkdownSummary {
  private static final List<StepColumn> COLUMNS =
      StepColumn.ALL.stream().filter(StepColumn::isCompact).toList();

  private MarkdownSummary() {}

  /** The text. Whatever the texts of the result contain, they appear as text. */
  public static String render(RunResult run) {
    StringBuilder out = new StringBuilder();
    out.append(
        "## Hubbub %s: %s\n\n".formatted(escape(run.kind()), escape(Headline.sentence(run))));
    if (run.partialReason() != null) {
      out.append("> [!WARNING]\n> **PARTIAL**: this run is incomplete: ")
          .append(escape(run.partialReason()))
          .append("\n\n");
    }
    verdicts(out, run);
    costs(out, run);
    run.dimensions().forEach(dimension -> steps(out, dimension));
    out.append("**Machine:** ").append(escape(Facts.machine(run.environment()))).append("\n\n");
    out.append("**Server:** ").append(escape(run.server())).append("\n\n");
    out.append("Repeat it:\n\n").append(MarkdownText.block("sh", run.command()));
    return out.toString();
  }

  private static void verdicts(StringBuilder out, RunResult run) {
    if (run.dimensions().isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (DimensionResult dimension : run.dimensions()) {
      Headline headline = Headline.of(dimension);
      rows.add(
          List.of(
              headline.words().title(),
              headline.result(),
              headline.verdict().name(),
              headline.reason(),
              headline.breakingPoint(),
              dimension.fixed()));
    }
    table(
        out,
        List.of("Search", "Result", "Verdict", "Why", "Breaking point", "Held constant"),
        rows);
  }

  private static void costs(StringBuilder out, RunResult run) {
    List<List<String>> rows =
        Stream.of(Costs.user(run), Costs.message(run))
            .flatMap(costs ->
                costs.facts().isEmpty()
                    ? Stream.of(List.of(costs.title(), "unknown", costs.method()))
                    : costs.facts().stream()
                        .map(fact ->
                            List.of(
                                costs.title() + ": " + fact.name(), fact.value(), costs.method())))
            .toList();
    table(out, List.of("Cost", "Figure", "How"), rows);
  }

  private static void steps(StringBuilder out, DimensionResult dimension) {
    // Markdown is not read in this line: it is HTML up to the next empty one.
    out.append(
        Markup.of(
                "<details><summary>{}: {} steps</summary>\n\n",
                Headline.of(dimension).words().title(),
                Numbers.count(dimension.steps().size()))
            .code());
    List<String> headings =
        Stream.of(
                Stream.of("Step"),
                COLUMNS.stream().map(column -> column.group() + ": " + column.title()),
                Stream.of("Outcome"))
            .flatMap(names -> names)
            .toList();
    table(out, headings, dimension.steps().stream().map(MarkdownSummary::row).toList());
    out.append("</details>\n\n");
  }

  private static List<String> row(StepResult step) {
    return Stream.of(
            Stream.of(step.phase()),
            COLUMNS.stream().map(column -> column.value().apply(step)),
            Stream.of(StepColumn.outcome(step)))
        .flatMap(cells -> cells)
        .toList();
  }

  private static void table(StringBuilder out, List<String> headings, List<List<String>> rows) {
    row(out, headings);
    row(out, headings.stream().map(heading -> "---").toList());
    for (List<String> row : rows) {
      row(out, row.stream().map(MarkdownSummary::escape).toList());
    }
    out.append('\n');
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String escape(String raw) {
    return MarkdownText.escape(raw);
  }
}
