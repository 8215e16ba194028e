package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkdownSummaryTest {
  private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

  @Test
  void aWholeRunRendersAsItsGoldenFile() {
    GoldenFiles.assertRendersAs("full.md", MarkdownSummary.render(Runs.full()));
  }

  @Test
  void aPartialRunRendersAsItsGoldenFile() {
    GoldenFiles.assertRendersAs("partial.md", MarkdownSummary.render(Runs.partial()));
  }

  @Test
  void anInvalidSearchRendersAsItsGoldenFile() {
    GoldenFiles.assertRendersAs("invalid.md", MarkdownSummary.render(Runs.invalid()));
  }

  @Test
  void aRunOfUnknownsRendersAsItsGoldenFile() {
    GoldenFiles.assertRendersAs("unknowns.md", MarkdownSummary.render(Runs.unknowns()));
  }

  @Test
  void oneResultOfEveryKindRendersAsItsGoldenFile() {
    GoldenFiles.assertRendersAs(
        "everything.md", MarkdownSummary.render(Reports.everything(), Reports.findings()));
  }

  @Test
  void theLargestReportFitsIntoASummaryOfGitHub() {
    Report large = Report.of(Reports.large(10_000));
    for (int i = 0; i < 60; i++) {
      large = large.plus(Report.of(Reports.large(1_000)));
    }

    assertThat(MarkdownSummary.render(large, Findings.NONE).getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(900_000, 1_024_000);
  }

  @Test
  void hostileTextAppearsAsText() {
    String summary = MarkdownSummary.render(Runs.hostile());
    String proseOnly = summary.substring(0, summary.indexOf("Repeat it"));
    assertThat(proseOnly)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("\u001B")
        .doesNotContain("\u202E")
        .contains("\\| \\`a\\` \\*b\\*");
  }

  @Test
  void everyRowOfATableHasAsManyCellsAsItsHeading() {
    List<String> lines = MarkdownSummary.render(Runs.hostile()).lines().toList();
    int cells = 0;
    for (String line : lines) {
      if (!line.startsWith("| ")) {
        cells = 0;
      } else if (cells == 0) {
        cells = cells(line);
      } else {
        assertThat(cells(line)).as(line).isEqualTo(cells);
      }
    }
  }

  @Test
  void theCommandCanNotCloseItsBlock() {
    assertThat(MarkdownSummary.render(Runs.hostile())).contains("\n````sh\n").contains("\n````\n");
  }

  private static int cells(String line) {
    return CELL_END.splitAsStream(line).toList().size();
  }
}
