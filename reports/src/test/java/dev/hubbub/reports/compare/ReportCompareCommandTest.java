package dev.hubbub.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.measure.ResultJson;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.ReportCommand;
import dev.hubbub.reports.history.Results;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.model.ReportJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCompareCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void sets_two_runs_side_by_side() throws IOException {
    Path a =
        written("a", Results.users(20_000.0, Verdict.Kind.VALID, 19_900, 20_000, 20_100, 20_200));
    Path b =
        written("b", Results.users(15_000.0, Verdict.Kind.VALID, 14_900, 15_000, 15_100, 15_200));

    assertThat(run(a.toString(), b.resolve("capacity.json").toString())).isEqualTo(ExitStatus.DONE);

    assertThat(out.toString().lines().filter(line -> line.startsWith("| Users")).findFirst())
        .hasValueSatisfying(line ->
            assertThat(line)
                .matches(
                    "\\| Users, users +\\| 20,000 \\(4 searches\\) +\\| 15,000 \\(4 searches\\)"
                        + " +\\| 25 % fewer +\\| worse \\(p = 0\\.0286\\) +\\|"));
  }

  @Test
  void fails_on_what_is_worse_beyond_noise() throws IOException {
    Path a =
        written("a", Results.users(20_000.0, Verdict.Kind.VALID, 19_900, 20_000, 20_100, 20_200));
    Path b =
        written("b", Results.users(15_000.0, Verdict.Kind.VALID, 14_900, 15_000, 15_100, 15_200));

    assertThat(run(a.toString(), b.toString(), "--fail-on", "regression"))
        .isEqualTo(ExitStatus.MISSED);
    assertThat(run(b.toString(), a.toString(), "--fail-on", "regression"))
        .isEqualTo(ExitStatus.DONE);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("failed on regression: Users: worse (p = 0.0286)");
  }

  @Test
  void fails_on_a_second_run_that_is_invalid() throws IOException {
    Path a = written("a", Results.users(20_000.0, Verdict.Kind.VALID));
    Path b = written("b", Results.users(null, Verdict.Kind.INVALID));

    assertThat(run(a.toString(), b.toString(), "--fail-on", "invalid"))
        .isEqualTo(ExitStatus.INVALID);
  }

  @Test
  void names_the_run_that_is_not_there() throws IOException {
    Path a = written("a", Results.users(20_000.0, Verdict.Kind.VALID));

    assertThat(run(a.toString(), folder.resolve("none").toString())).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString())
        .contains(
            "'B' must be a result of capacity or breakpoint, or a folder with one, got: "
                + folder.resolve("none"));
    assertThat(run(a.toString())).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void takes_folders_of_breakpoint_and_whole_reports() throws IOException {
    Path a = written("a", Results.users(20_000.0, Verdict.Kind.VALID));
    Path b = written("b", Results.users(15_000.0, Verdict.Kind.VALID));
    Files.move(a.resolve("capacity.json"), a.resolve("breakpoint.json"));
    RunResult first = ResultJson.read(b.resolve("capacity.json"));
    Files.delete(b.resolve("capacity.json"));
    Files.writeString(b.resolve("report.json"), ReportJson.write(Report.of(first)));

    assertThat(run(a.toString(), b.toString())).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString()).contains("20,000").contains("25 % fewer");
  }

  @Test
  void refuses_a_folder_without_a_run() throws IOException {
    Path a = written("a", Results.users(20_000.0, Verdict.Kind.VALID));
    Path empty = Files.createDirectories(folder.resolve("empty"));

    assertThat(run(a.toString(), empty.toString())).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("or a folder with one, got: " + empty);
  }

  private Path written(String name, DimensionResult dimension) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    ResultJson.write(Results.run(Results.START, dimension), run.resolve("capacity.json"));
    return run;
  }

  private int run(String... arguments) {
    CommandLine line = Commands.commandLine(new ReportCommand(), Map.of());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "compare";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return line.execute(all);
  }
}
