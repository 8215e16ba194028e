package dev.hubbub.capacity;

import dev.hubbub.bots.SwarmCommand;
import dev.hubbub.bots.breakpoint.BreakpointCommand;
import dev.hubbub.bots.compare.CompareCommand;
import dev.hubbub.bots.remote.WorkerHostCommand;
import dev.hubbub.cli.Commands;
import dev.hubbub.cli.Version;
import dev.hubbub.client.command.ChatCommand;
import dev.hubbub.reports.ReportCommand;
import dev.hubbub.server.ServeCommand;
import picocli.CommandLine.Command;

/** The program {@code hubbub}, with all commands. */
@Command(
    name = "hubbub",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "A private TCP chat server that proves how much load it carries.",
    footer = {"", "'hubbub COMMAND --help' tells the options of a command."},
    subcommands = {
      CapacityCommand.class,
      BreakpointCommand.class,
      CompareCommand.class,
      SwarmCommand.class,
      WorkerHostCommand.class,
      ReportCommand.class,
      ServeCommand.class,
      ChatCommand.class
    })
public final class HubbubMain {
  HubbubMain() {}

  /** Runs the command that the arguments name. */
  public static void main(String[] args) {
    System.exit(Commands.commandLine(new HubbubMain(), System.getenv()).execute(args));
  }
}
