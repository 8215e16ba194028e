package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  @Test
  void writesThePageAndTheSummaryIntoAFolderThatItCreates(@TempDir Path temp) throws IOException {
    Path folder = temp.resolve("a b/report");

    Path page = ReportWriter.write(Runs.full(), folder);

    assertThat(page).isEqualTo(folder.resolve("index.html"));
    assertThat(page).content().isEqualTo(HtmlReport.render(Runs.full()));
    assertThat(folder.resolve("summary.md"))
        .content()
        .isEqualTo(MarkdownSummary.render(Runs.full()));
    assertThat(folder)
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
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
