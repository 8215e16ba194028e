package dev.hubbub.reports;

import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.section.Figure;
import dev.hubbub.reports.section.Plot;
import dev.hubbub.reports.section.Section;
import dev.hubbub.reports.section.Sections;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.words.Overview;
import java.util.List;
import java.util.Objects;

/**
 * What the template of a page is filled with.
 *
 * @param overview what stands first
 * @param sections what stands below
 * @param style the style sheets
 * @param script the scripts
 * @param origin what the page was drawn from, in words
 */
public record ReportPage(
    Overview overview, List<Section> sections, String style, String script, String origin) {
  static ReportPage of(Report report, Findings findings, String style, String script) {
    return new ReportPage(
        Overview.of(report, findings),
        Sections.of(report, findings),
        style,
        script,
        report.run() == null
            ? "Drawn from report.json, schema version " + report.schemaVersion() + "."
            : "Drawn from capacity.json, schema version " + report.run().schemaVersion() + ".");
  }

  /** What stands for a figure that is not known. */
  public String unknown() {
    return Numbers.UNKNOWN;
  }

  /** Whether a chart shows what became of steps. */
  public boolean hasMarks() {
    return overview.command() != null
        && sections.stream().anyMatch(section -> !section.figures().isEmpty());
  }

  /** Whether there is anything to zoom into. */
  public boolean hasPlots() {
    return sections.stream()
        .flatMap(section -> section.figures().stream())
        .anyMatch(figure -> figure.plot() != null);
  }

  /** The data of what can be zoomed into, as JSON that is safe inside of an HTML page. */
  public String plots() {
    List<Plot> plots =
        sections.stream()
            .flatMap(section -> section.figures().stream())
            .map(Figure::plot)
            .filter(Objects::nonNull)
            .toList();
    return EmbeddedJson.write(plots);
  }
}
