package dev.hubbub.gatling.simulation;

import dev.hubbub.cli.Commands;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.UsageException;
import io.gatling.app.Gatling$;
import io.gatling.app.cli.StatusCode;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one simulation and writes Gatling's report. */
@Command(
    name = "hubbub-gatling",
    description = "Runs a Gatling simulation; its parameters are system properties (-Dusers=100).",
    mixinStandardHelpOptions = true)
public final class SimulationMain implements Callable<Integer> {
  @Parameters(
      paramLabel = "SIMULATION",
      defaultValue = "Legacy",
      description = "Legacy, or the name of a class on the class path. Default: ${DEFAULT-VALUE}")
  private String simulation = "Legacy";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "gatling-report",
      description = "Folder for the results. Default: ${DEFAULT-VALUE}")
  private Path out = Path.of("gatling-report");

  @Option(names = "--no-report", description = "Don't write the HTML report")
  private boolean noReport;

  private SimulationMain() {}

  /** Runs the program; its exit status says whether the simulation's assertions held. */
  public static void main(String[] args) {
    System.setProperty(
        "java.util.prefs.PreferencesFactory", OfflinePreferences.Factory.class.getName());
    System.getProperties().putIfAbsent("logback.configurationFile", "hubbub-gatling-logback.xml");
    System.exit(Commands.commandLine(new SimulationMain(), System.getenv()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of("--simulation", simulationClass(), "--results-folder", out.toString()));
    if (noReport) {
      arguments.add("--no-reports");
    }
    int status = run(arguments.toArray(String[]::new));
    return status == StatusCode.AssertionsFailed$.MODULE$.code() ? ExitStatus.MISSED : status;
  }

  // Gatling wraps what a simulation's constructor throws, and declares nothing, as Scala does.
  private static int run(String[] arguments) throws Exception {
    try {
      return Gatling$.MODULE$.fromArgs(arguments);
    } catch (Exception e) {
      throw e.getCause() instanceof UsageException usage ? usage : e;
    }
  }

  private String simulationClass() {
    String ownPackage = SimulationMain.class.getPackageName() + ".";
    for (String name : List.of(ownPackage + simulation, simulation)) {
      try {
        if (Simulation.class.isAssignableFrom(Class.forName(name, false, loader()))) {
          return name;
        }
      } catch (ClassNotFoundException e) {
        // The next name may be one.
      }
    }
    throw new UsageException("'SIMULATION' must name a simulation, got: " + simulation);
  }

  private static ClassLoader loader() {
    return SimulationMain.class.getClassLoader();
  }
}
