package dev.hubbub.reports.compare;

import dev.hubbub.cli.UsageException;
import dev.hubbub.cli.Version;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.model.ResultFiles;
import dev.hubbub.reports.threshold.FailOn;
import dev.hubbub.reports.threshold.Threshold;
import dev.hubbub.reports.threshold.ThresholdOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hubbub report compare}: two runs side by side. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Sets two results side by side, as Markdown, and says which differences are more than"
            + " chance. It needs several searches of each ('--repeats') to decide.",
    footer = {
      "",
      "Exit status: 0 done, 1 failed, 2 wrong usage, 3 and 4 as '--fail-on' says of B."
    })
public final class ReportCompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "A",
      description = "The earlier: a result of capacity or breakpoint, or a folder with one.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "The later.")
  private Path second = Path.of("");

  @Mixin private ThresholdOptions thresholds = new ThresholdOptions();

  @Override
  public Integer call() throws IOException {
    RunResult a = read("A", first);
    RunResult b = read("B", second);
    Comparison comparison = Comparison.of(a, b);
    PrintWriter console = spec.commandLine().getOut();
    console.print(ComparisonText.render(comparison));
    console.flush();
    List<Threshold> found = new ArrayList<>(Threshold.of(b, null));
    found.add(regression(comparison));
    return thresholds.status(found, spec.commandLine().getErr());
  }

  private static Threshold regression(Comparison comparison) {
    return new Threshold(
        FailOn.REGRESSION,
        comparison.worse().isEmpty(),
        comparison.worse().stream()
            .map(figure -> figure.metric().title() + ": " + figure.judgement().words())
            .collect(Collectors.joining("; ")));
  }

  private static RunResult read(String name, Path source) throws IOException {
    Report report = Files.exists(source) ? ResultFiles.read(List.of(source)) : Report.EMPTY;
    UsageException.require(
        report.run() != null,
        name,
        "must be a result of capacity or breakpoint, or a folder with one",
        source);
    return Objects.requireNonNull(report.run());
  }
}
