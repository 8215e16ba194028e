package dev.hubbub.reports;

import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.UsageException;
import dev.hubbub.cli.Version;
import dev.hubbub.measure.ResultJson;
import dev.hubbub.measure.result.RunResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    footer = {"", "HUBBUB_OUT stands for --out."})
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

  @Override
  public Integer call() throws IOException {
    Path file = Files.isDirectory(source) ? source.resolve(RESULT) : source;
    UsageException.require(
        Files.isRegularFile(file),
        "RESULT",
        "must be a " + RESULT + " or a folder with one",
        source);
    RunResult run = ResultJson.read(file);
    Path folder = out == null ? file.toAbsolutePath().getParent() : out;
    Path page = ReportWriter.write(run, folder == null ? Path.of("") : folder);
    PrintWriter console = spec.commandLine().getOut();
    Headline.lines(run).forEach(console::println);
    console.println("report: " + page);
    console.flush();
    return ExitStatus.DONE;
  }
}
