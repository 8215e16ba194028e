package dev.hubbub.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command line of a run, as its result records it: without its secrets. */
public final class CommandText {
  private static final Set<String> SECRETS = Set.of("--token");
  private static final String SECRET = "***";

  private CommandText() {}

  /** The line that repeats the run. */
  public static String line(CommandSpec spec) {
    ParseResult parsed = spec.commandLine().getParseResult();
    List<String> shown = new ArrayList<>();
    String before = "";
    for (String argument : parsed.originalArgs()) {
      shown.add(SECRETS.contains(before) ? SECRET : quoted(withoutSecret(argument)));
      before = argument;
    }
    String arguments = String.join(" ", shown);
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
        boolean secret = SECRETS.contains(option.longestName());
        values.put(option.longestName(), secret ? SECRET : text(option.getValue()));
      }
    }
    return values;
  }

  private static String withoutSecret(String argument) {
    int end = argument.indexOf('=');
    return end > 0 && SECRETS.contains(argument.substring(0, end))
        ? argument.substring(0, end + 1) + SECRET
        : argument;
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
