package dev.hubbub.gatling.simulation;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.UsageException;
import dev.hubbub.cli.Version;
import dev.hubbub.gatling.Question;
import dev.hubbub.gatling.stats.RunOrigin;
import io.gatling.app.Gatling$;
import io.gatling.app.cli.StatusCode;
import io.gatling.commons.util.GatlingVersion;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one simulation and writes Gatling's report. */
@Command(
    name = "hubbub gatling",
    description = "Runs a Gatling simulation; its parameters are system properties (-Dusers=100).",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all assertions held",
      "1:the run was not possible",
      "2:wrong usage",
      "3:an assertion was missed"
    })
public final class SimulationMain implements Callable<Integer> {
  @Parameters(
      paramLabel = "SIMULATION",
      defaultValue = "OfficeDay",
      description =
          "OfficeDay, RushHour, ShoutStorm, ReconnectStorm, Breakpoint, Legacy, or the name of a"
              + " class on the class path. Default: ${DEFAULT-VALUE}")
  private String simulation = "OfficeDay";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "gatling-report",
      description = "Folder for the results. Default: ${DEFAULT-VALUE}")
  private Path out = Path.of("gatling-report");

  @Option(names = "--no-report", description = "Write no HTML report, only the log and stats.json.")
  private boolean noReport;

  @Option(
      names = "-D",
      paramLabel = "PARAMETER=VALUE",
      description = "A parameter of the simulation, repeatable: -Dusers=100 -Dhost=chat.lan")
  private Map<String, String> parameters = new TreeMap<>();

  private SimulationMain() {}

  /** Runs the program; its exit status says whether the simulation's assertions held. */
  public static void main(String[] args) {
    System.setProperty(
        "java.util.prefs.PreferencesFactory", OfflinePreferences.Factory.class.getName());
    System.getProperties().putIfAbsent("logback.configurationFile", "hubbub-gatling-logback.xml");
    CommandLine line = Commands.commandLine(new SimulationMain(), System.getenv());
    line.getCommandSpec().usageMessage().footer(SimulationHelp.lines().toArray(String[]::new));
    System.exit(line.execute(args));
  }

  @Override
  public Integer call() throws Exception {
    parameters.forEach(System::setProperty);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of("--simulation", simulationClass().getName(), "--results-folder", out.toString()));
    if (noReport) {
      arguments.add("--no-reports");
    }
    try (RunFolder folder = RunFolder.begin(out)) {
      int status = run(arguments.toArray(String[]::new));
      folder.writeStats(origin());
      return status == StatusCode.AssertionsFailed$.MODULE$.code() ? ExitStatus.MISSED : status;
    }
  }

  private RunOrigin origin() {
    StringBuilder command = new StringBuilder("./hubbub gatling ").append(simulation);
    parameters.forEach(
        (name, value) -> command.append(" -D").append(name).append('=').append(value));
    return new RunOrigin(
        command.toString(),
        simulation.substring(simulation.lastIndexOf('.') + 1),
        question(),
        parameters,
        Map.of(
            "os", System.getProperty("os.name") + " " + System.getProperty("os.version"),
            "processors", String.valueOf(Runtime.getRuntime().availableProcessors()),
            "java", Runtime.version().toString(),
            "gatling", GatlingVersion.ThisVersion().fullVersion(),
            "hubbub", Version.current()));
  }

  // Gatling wraps what a simulation's constructor throws, and declares nothing, as Scala does.
  private static int run(String[] arguments) throws Exception {
    try {
      return Gatling$.MODULE$.fromArgs(arguments);
    } catch (Exception e) {
      throw e.getCause() instanceof UsageException usage ? usage : e;
    }
  }

  private @Nullable String question() {
    Question question = simulationClass().getAnnotation(Question.class);
    return question == null ? null : question.value();
  }

  private Class<?> simulationClass() {
    String ownPackage = SimulationMain.class.getPackageName() + ".";
    for (String name : List.of(ownPackage + simulation, simulation)) {
      try {
        Class<?> found = Class.forName(name, false, SimulationMain.class.getClassLoader());
        if (Simulation.class.isAssignableFrom(found)) {
          return found;
        }
      } catch (ClassNotFoundException e) {
        // The next name may be one.
      }
    }
    throw new UsageException("'SIMULATION' must name a simulation, got: " + simulation);
  }
}
