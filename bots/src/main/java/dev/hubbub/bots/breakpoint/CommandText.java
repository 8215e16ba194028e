package dev.hubbub.bots.breakpoint;

import dev.hubbub.cli.Durations;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command line of a run, as its result records it. */
public final class CommandText {
  private CommandText() {}

  /** The line that repeats the run. */
  public static String line(CommandSpec spec) {
    ParseResult parsed = spec.commandLine().getParseResult();
    String arguments =
        parsed.originalArgs().stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    String name = "./" + spec.qualifiedName();
    // The arguments of the whole line begin with the names of subcommands.
    String own = arguments.replaceFirst("^" + spec.name() + "\\b\\s*", "");
    return (name + " " + own).strip();
  }

  /** Every option by its long name, with the value that counted. */
  public static Map<String, String> options(CommandSpec spec) {
    Map<String, String> values = new TreeMap<>();
    for (OptionSpec option : spec.options()) {
      if (!option.usageHelp() && !option.versionHelp() && option.getValue() != null) {
        values.put(option.longestName(), text(option.getValue()));
      }
    }
    return values;
  }

  private static String text(Object value) {
    return switch (value) {
      case Duration time -> Durations.format(time);
      case Collection<?> list ->
          list.stream().map(String::valueOf).collect(Collectors.joining(" "));
      default -> value.toString();
    };
  }

  private static String quoted(String argument) {
    return argument.matches("[\\w@%+=:,./-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
