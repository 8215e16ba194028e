package dev.hubbub.server;

import dev.hubbub.cli.Commands;

/** The program of the server alone: what the container image runs. */
public final class ServerMain {
  private ServerMain() {}

  /** Runs {@code serve} with the given options. */
  public static void main(String[] args) {
    var line = Commands.commandLine(new ServeCommand(), System.getenv());
    line.setCommandName("hubbub serve");
    System.exit(line.execute(args));
  }
}
