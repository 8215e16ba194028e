package dev.hubbub.benchmarks.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An attack in a process of its own: {@code KIND PORT}. Goes on until it is killed. */
public final class AttackMain {
  private AttackMain() {}

  /** Runs the attack. */
  public static void main(String[] args) throws InterruptedException, IOException {
    Attack.valueOf(args[0].toUpperCase(Locale.ROOT)).run(Integer.parseInt(args[1]));
    System.out.println("under way");
    Thread.currentThread().join();
  }

  /**
   * Starts the attack and waits until it is under way. On Linux it has only the processor time that
   * nobody else wants: one that is merely nice would still keep the pair off its processor for some
   * milliseconds.
   */
  static Process startProcess(String kind, int port) throws IOException {
    List<String> command = new ArrayList<>(ServerUnderTest.whenIdle());
    command.addAll(ServerUnderTest.java(AttackMain.class.getName(), kind, "" + port));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    if (process.inputReader().readLine() == null) {
      throw new IOException("the attack did not begin");
    }
    return process;
  }
}
