package dev.hubbub.client.command;

import dev.hubbub.cli.Commands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command as a program of its own. */
public final class ChatProgram {
  private ChatProgram() {}

  /** Runs the command with these options. */
  public static void main(String[] args) {
    System.exit(Commands.commandLine(new ChatCommand(), System.getenv()).execute(args));
  }

  /** The words that start it with these options, and with what the launcher gives to Java. */
  static List<String> command(String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ChatProgram.class.getName()));
    command.addAll(List.of(options));
    return command;
  }
}
