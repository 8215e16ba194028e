package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.measure.ResultJson;
import dev.hubbub.reports.history.HistoryFile;
import dev.hubbub.reports.history.HistoryFolder;
import dev.hubbub.reports.history.HistoryRun;
import dev.hubbub.reports.history.RunRecord;
import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.model.ResultFiles;
import dev.hubbub.reports.words.Headline;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {
  private static final Report WHOLE = Report.of(Runs.full());
  private static final Findings FOUND = Findings.of(WHOLE, null);

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void rendersBesideTheResultThatAFolderHolds() throws IOException {
    ResultJson.write(Runs.full(), folder.resolve("capacity.json"));

    assertThat(run(Map.of(), folder.toString())).isEqualTo(ExitStatus.DONE);

    assertThat(folder.resolve("index.html")).content().isEqualTo(HtmlReport.render(WHOLE, FOUND));
    assertThat(folder.resolve("summary.md"))
        .content()
        .isEqualTo(MarkdownSummary.render(WHOLE, FOUND));
    assertThat(out.toString().lines())
        .startsWith(Headline.lines(Runs.full()).getFirst())
        .endsWith("report: " + folder.resolve("index.html"));
  }

  @Test
  void rendersAFileIntoAnotherFolder() throws IOException {
    Path result = folder.resolve("run.json");
    ResultJson.write(Runs.partial(), result);
    Path other = folder.resolve("other");

    assertThat(run(Map.of(), result.toString(), "--out", other.toString()))
        .isEqualTo(ExitStatus.DONE);

    assertThat(other.resolve("index.html")).content().contains("PARTIAL");
    assertThat(folder.resolve("index.html")).doesNotExist();
  }

  @Test
  void theFolderToWriteIntoCanComeFromTheEnvironment() throws IOException {
    ResultJson.write(Runs.full(), folder.resolve("capacity.json"));
    Path other = folder.resolve("other");

    run(Map.of("HUBBUB_OUT", other.toString()), folder.toString());

    assertThat(other.resolve("index.html")).exists();
  }

  @Test
  void several_results_become_one_report_that_can_be_read_again() throws IOException {
    Report all = Reports.everything();
    Path run = Files.createDirectories(folder.resolve("run"));
    ResultJson.write(Runs.full(), run.resolve("capacity.json"));
    Path compare = folder.resolve("peers.json");
    ResultJson.write(all.comparisons().getFirst(), compare);
    Path other = folder.resolve("other");

    assertThat(run(Map.of(), run.toString(), compare.toString(), "--out", other.toString()))
        .isEqualTo(ExitStatus.DONE);

    Report merged = ResultFiles.read(List.of(other));
    assertThat(merged.runs()).containsExactly(Runs.full());
    assertThat(merged.comparisons()).isEqualTo(all.comparisons());
    assertThat(other.resolve("index.html")).content().contains("Beside its peers");
    assertThat(ResultJson.read(other.resolve("capacity.json"))).isEqualTo(Runs.full());
    assertThat(run.resolve("index.html")).doesNotExist();
  }

  @Test
  void a_history_needs_a_run() throws IOException {
    Path compare = folder.resolve("peers.json");
    ResultJson.write(Reports.everything().comparisons().getFirst(), compare);

    assertThat(run(Map.of(), compare.toString(), "--history", folder.toString()))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("'--history' needs a run of capacity or breakpoint");
  }

  @Test
  void namesTheResultThatIsNotThere() {
    assertThat(run(Map.of(), folder.toString())).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString())
        .contains("'RESULT' must be a folder with one of capacity.json, ")
        .contains("got: " + folder);
  }

  @Test
  void namesTheFileThatIsNoResult() throws IOException {
    Path file = Files.writeString(folder.resolve("capacity.json"), "{\"schemaVersion\": 99}");

    assertThat(run(Map.of(), folder.toString())).isEqualTo(ExitStatus.FAILED);
    assertThat(err.toString()).contains(file.toString()).contains("'schemaVersion'").contains("99");
    assertThat(folder.resolve("index.html")).doesNotExist();
  }

  @Test
  void keeps_the_run_and_its_report_in_the_history() throws IOException {
    ResultJson.write(Runs.full(), folder.resolve("capacity.json"));
    Path history = folder.resolve("history");

    assertThat(run(Map.of(), folder.toString(), "--history", history.toString()))
        .isEqualTo(ExitStatus.DONE);
    assertThat(run(Map.of("HUBBUB_HISTORY", history.toString()), folder.toString()))
        .isEqualTo(ExitStatus.DONE);

    List<HistoryRun> kept = new HistoryFile(history).read();
    assertThat(kept).containsExactly(RunRecord.of(Runs.full()));
    Path report = new HistoryFolder(history).report(kept.getFirst());
    assertThat(report.resolve("index.html")).exists();
    assertThat(ResultJson.read(report.resolve("capacity.json"))).isEqualTo(Runs.full());
    assertThat(out.toString()).contains("baseline: too few runs to tell a change from noise");
  }

  @Test
  void fails_on_what_it_is_told_to() throws IOException {
    ResultJson.write(Runs.invalid(), folder.resolve("capacity.json"));

    assertThat(run(Map.of(), folder.toString())).isEqualTo(ExitStatus.DONE);
    assertThat(run(Map.of(), folder.toString(), "--fail-on", "slo,invalid"))
        .isEqualTo(ExitStatus.INVALID);
    assertThat(err.toString()).contains("failed on invalid: rate: INVALID");
  }

  @Test
  void a_regression_needs_a_history() throws IOException {
    ResultJson.write(Runs.full(), folder.resolve("capacity.json"));

    assertThat(run(Map.of(), folder.toString(), "--fail-on", "regression"))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString())
        .contains("'--history' must be given with '--fail-on regression', got: none");
  }

  @Test
  void names_what_it_can_t_fail_on() {
    assertThat(run(Map.of(), folder.toString(), "--fail-on", "rain")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("--fail-on").contains("rain");
  }

  private int run(Map<String, String> environment, String... arguments) {
    CommandLine line = Commands.commandLine(new ReportCommand(), environment);
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
