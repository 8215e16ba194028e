package dev.hubbub.bots;

import dev.hubbub.cli.Commands;
import java.util.Map;

/** The command as a program of its own, to be started and stopped. */
public final class SwarmProgram {
  private SwarmProgram() {}

  /** Runs the command with these options. */
  public static void main(String[] args) {
    System.exit(Commands.commandLine(new SwarmCommand(), Map.of()).execute(args));
  }
}
