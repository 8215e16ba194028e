package dev.hubbub.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Runs a command: parses its options, says what is wrong with them, and turns the outcome into an
 * exit status.
 */
public final class Commands {
  private Commands() {}

  /** The command with what all commands share; the caller executes it. */
  public static CommandLine commandLine(Object command, Map<String, String> environment) {
    CommandLine line = new CommandLine(command);
    line.setDefaultValueProvider(new EnvironmentDefaults(environment));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler((e, args) -> reject(e));
    line.setExecutionExceptionHandler(Commands::fail);
    return line;
  }

  private static int reject(ParameterException e) {
    CommandLine line = e.getCommandLine();
    line.getErr().println(line.getCommandSpec().qualifiedName() + ": " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr());
    line.getErr().println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.USAGE;
  }

  // A wrong value found only when the configuration is built names its option and is a usage error
  // too.
  private static int fail(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    String name = line.getCommandSpec().qualifiedName();
    if (e instanceof UsageException) {
      line.getErr().println(name + ": " + e.getMessage());
      line.getErr().println("Try '" + name + " --help'.");
      return ExitStatus.USAGE;
    }
    String text = e.getMessage() == null ? e.toString() : e.getMessage();
    line.getErr().println(name + ": " + text);
    if (Boolean.getBoolean("hubbub.stacktrace")) {
      e.printStackTrace(line.getErr());
    }
    return ExitStatus.FAILED;
  }
}
