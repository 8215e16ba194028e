package dev.hubbub.benchmarks.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An attack in a process of its own: {@code KIND PORT}. Goes on until it is killed. */
public final class AttackMain {
  private static final Path NICE = Path.of("/usr/bin/nice");

  private AttackMain() {}

  /** Runs the attack. */
  public static void main(String[] args) throws InterruptedException, IOException {
    Attack.valueOf(args[0].toUpperCase(Locale.ROOT)).run(Integer.parseInt(args[1]));
    System.out.println("under way");
    Thread.currentThread().join();
  }

  /** Starts the attack, at the lowest priority where the system knows one, and waits for it. */
  static Process startProcess(String kind, int port) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      command.addAll(List.of(NICE.toString(), "-n", "19"));
    }
    command.addAll(ServerUnderTest.java(AttackMain.class.getName(), kind, "" + port));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    if (process.inputReader().readLine() == null) {
      throw new IOException("the attack did not begin");
    }
    return process;
  }
}
