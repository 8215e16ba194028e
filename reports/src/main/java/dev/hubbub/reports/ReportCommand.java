package dev.hubbub.reports;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.UsageException;
import dev.hubbub.cli.Version;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.compare.ReportCompareCommand;
import dev.hubbub.reports.history.History;
import dev.hubbub.reports.history.HistoryFolder;
import dev.hubbub.reports.history.HistoryRun;
import dev.hubbub.reports.history.RunRecord;
import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.model.ResultFiles;
import dev.hubbub.reports.threshold.FailOn;
import dev.hubbub.reports.threshold.Threshold;
import dev.hubbub.reports.threshold.ThresholdOptions;
import dev.hubbub.reports.words.Headline;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hubbub report}: makes one report of results of every kind. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = ReportCompareCommand.class,
    description = {
      "Makes one report of results, keeps a history of them, compares two.",
      "Writes index.html, summary.md, junit.xml, badge.svg, badge.json, capacity.json (the"
          + " headlined run), and report.json where there is more than that run.",
      "Reads those of capacity, breakpoint, compare, swarm and containers, of JMH (-rf json) and of"
          + " Gatling (stats.json); the first run of capacity or breakpoint is headlined."
    },
    footer = {
      "",
      "Exit status: 0 done, 1 failed, 2 wrong usage, 3 and 4 as '--fail-on' says.",
      "Every option also reads an environment variable: --out reads HUBBUB_OUT."
    })
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "RESULT",
      arity = "0..*",
      description = "Files, or folders with such files. Default: capacity-report.")
  private List<Path> sources = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write into. Default: that of the first result.")
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
    List<Path> places = sources.isEmpty() ? List.of(Path.of("capacity-report")) : sources;
    for (Path place : places) {
      UsageException.require(
          Files.exists(place), "RESULT", "must be a file or a folder with one", place);
    }
    UsageException.require(
        history != null || !thresholds.has(FailOn.REGRESSION),
        "--history",
        "must be given with '--fail-on regression'",
        "none");
    Report report = ResultFiles.read(places);
    UsageException.require(
        !report.equals(Report.EMPTY),
        "RESULT",
        "must be a folder with one of " + String.join(", ", ResultFiles.NAMES),
        places.getFirst());
    return render(report, folder(places.getFirst()));
  }

  private int render(Report report, Path folder) throws IOException {
    RunResult run = report.run();
    UsageException.require(
        run != null || history == null,
        "--history",
        "needs a run of capacity or breakpoint among the results",
        history);
    HistoryFolder kept = history == null ? null : new HistoryFolder(history);
    HistoryRun record = run == null || kept == null ? null : RunRecord.of(run);
    History found = kept == null || record == null ? null : kept.keep(record);
    Findings findings = Findings.of(report, found);
    Path page = ReportWriter.write(report, findings, folder);
    if (kept != null && record != null) {
      ReportWriter.write(report, findings, kept.report(record));
      ReportWriter.writeIndex(kept);
    }
    PrintWriter console = spec.commandLine().getOut();
    if (run != null) {
      Headline.lines(run).forEach(console::println);
    }
    if (found != null) {
      console.println("baseline: " + found.words());
    }
    console.println("report: " + page);
    console.flush();
    return run == null
        ? ExitStatus.DONE
        : thresholds.status(Threshold.of(run, found), spec.commandLine().getErr());
  }

  private Path folder(Path first) {
    if (out != null) {
      return out;
    }
    Path parent = first.toAbsolutePath().getParent();
    return Files.isDirectory(first) || parent == null ? first : parent;
  }
}
