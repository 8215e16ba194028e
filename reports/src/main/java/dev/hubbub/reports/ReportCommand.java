package dev.hubbub.reports;

import dev.hubbub.cli.UsageException;
import dev.hubbub.cli.Version;
import dev.hubbub.measure.ResultJson;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.history.History;
import dev.hubbub.reports.history.HistoryFolder;
import dev.hubbub.reports.history.HistoryRun;
import dev.hubbub.reports.history.RunRecord;
import dev.hubbub.reports.threshold.FailOn;
import dev.hubbub.reports.threshold.Threshold;
import dev.hubbub.reports.threshold.ThresholdOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hubbub report}: renders the reports of a run again from its {@code capacity.json}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Renders index.html and summary.md again from a capacity.json.",
    footer = {
      "",
      "Exit status: 0 done, 1 failed, 2 wrong usage, 3 and 4 as '--fail-on' says.",
      "Every option also reads an environment variable: --out reads HUBBUB_OUT."
    })
public final class ReportCommand implements Callable<Integer> {
  private static final String RESULT = "capacity.json";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "RESULT",
      arity = "0..1",
      description = "A capacity.json or the folder that holds it. Default: capacity-report.")
  private Path source = Path.of("capacity-report");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write into. Default: where the capacity.json is.")
  private @Nullable Path out;

  @Option(
      names = "--history",
      paramLabel = "DIR",
      description =
          "Keeps the run in this folder, and sets it against the runs before it. Default: no"
              + " history.")
  private @Nullable Path history;

  @Mixin private ThresholdOptions thresholds = new ThresholdOptions();

  @Override
  public Integer call() throws IOException {
    Path file = Files.isDirectory(source) ? source.resolve(RESULT) : source;
    UsageException.require(
        Files.isRegularFile(file),
        "RESULT",
        "must be a " + RESULT + " or a folder with one",
        source);
    UsageException.require(
        history != null || !thresholds.has(FailOn.REGRESSION),
        "--history",
        "must be given with '--fail-on regression'",
        "none");
    RunResult run = ResultJson.read(file);
    Path folder = out == null ? file.toAbsolutePath().getParent() : out;
    Path page = ReportWriter.write(run, folder == null ? Path.of("") : folder);
    PrintWriter console = spec.commandLine().getOut();
    Headline.lines(run).forEach(console::println);
    History found = history == null ? null : keep(run, new HistoryFolder(history));
    if (found != null) {
      console.println("baseline: " + found.words());
    }
    console.println("report: " + page);
    console.flush();
    return thresholds.status(Threshold.of(run, found), spec.commandLine().getErr());
  }

  private static History keep(RunResult run, HistoryFolder folder) throws IOException {
    HistoryRun record = RunRecord.of(run);
    History history = folder.keep(record);
    Path kept = folder.report(record);
    ReportWriter.write(run, kept);
    ResultJson.write(run, kept.resolve(RESULT));
    return history;
  }
}
