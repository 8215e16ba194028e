package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.measure.ResultJson;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  private static final Report WHOLE = Report.of(Runs.full());
  private static final Findings FOUND = Findings.of(WHOLE, null);

  @Test
  void writesThePageAndTheSummaryIntoAFolderThatItCreates(@TempDir Path temp) throws IOException {
    Path folder = temp.resolve("a b/report");

    Path page = ReportWriter.write(Runs.full(), folder);

    assertThat(page).isEqualTo(folder.resolve("index.html"));
    assertThat(page).content().isEqualTo(HtmlReport.render(WHOLE, FOUND));
    assertThat(folder.resolve("summary.md"))
        .content()
        .isEqualTo(MarkdownSummary.render(WHOLE, FOUND));
    assertThat(folder)
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
  }

  @Test
  void the_numbers_of_all_files_agree(@TempDir Path folder) throws IOException {
    ReportWriter.write(Runs.full(), folder);

    RunResult json = ResultJson.read(folder.resolve("capacity.json"));
    for (DimensionResult dimension : json.dimensions()) {
      String number = Numbers.decimal(dimension.held());
      for (String file : List.of("index.html", "summary.md", "badge.svg", "badge.json")) {
        assertThat(folder.resolve(file)).content().contains(number);
      }
      for (StepResult step : dimension.steps()) {
        String p99 = Numbers.decimal(step.latency().p99Ms());
        assertThat(folder.resolve("index.html")).content().contains("<td>" + p99 + "</td>");
        assertThat(folder.resolve("summary.md")).content().contains("| " + p99 + " |");
      }
    }
    for (String cost :
        List.of(
            Numbers.bytes(Objects.requireNonNull(json.memory()).residentBytesPerUser()),
            Numbers.bytes(json.memory().liveHeapBytesPerUser()),
            Numbers.bytes(json.memory().kernelSocketBytesPerUser()),
            Numbers.micros(Objects.requireNonNull(json.cost()).serverMicrosPerMessage()))) {
      assertThat(folder.resolve("index.html")).content().contains("<strong>" + cost);
      assertThat(folder.resolve("summary.md")).content().contains("| " + cost);
    }
  }

  @Test
  void replacesWhatAnEarlierRunWrote(@TempDir Path folder) throws IOException {
    ReportWriter.write(Runs.full(), folder);
    ReportWriter.write(Runs.partial(), folder);

    assertThat(folder.resolve("index.html")).content().contains("PARTIAL");
  }

  @Test
  void namesTheFolderThatItCanNotCreate(@TempDir Path temp) throws IOException {
    Path file = Files.createFile(temp.resolve("taken"));

    assertThatThrownBy(() -> ReportWriter.write(Runs.full(), file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can't create the folder " + file);
  }

  @Test
  void namesTheFileThatItCanNotReplaceAndLeavesNothingBehind(@TempDir Path folder)
      throws IOException {
    Path obstacle = Files.createDirectories(folder.resolve("summary.md/occupied"));

    assertThatThrownBy(() -> ReportWriter.write(Runs.full(), folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can't write " + obstacle.getParent());
    assertThat(folder)
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
  }
}
