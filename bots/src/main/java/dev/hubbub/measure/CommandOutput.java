package dev.hubbub.measure;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a small tool and takes what it prints. Safe for use by several threads. */
public final class CommandOutput {
  private static final int TIMEOUT_SECONDS = 10;

  private CommandOutput() {}

  /**
   * What the command prints to standard output; empty when there is no such program, it fails, or
   * it takes over {@value #TIMEOUT_SECONDS} s.
   *
   * <p>By way of a file: a JVM that is asked for a long answer about itself stands still while the
   * answer is written, and could not empty a pipe.
   */
  public static Optional<String> of(String... command) throws InterruptedException {
    try {
      Path output = Files.createTempFile("hubbub-", ".out");
      try {
        return run(command, output)
            ? Optional.of(Files.readString(output).strip())
            : Optional.empty();
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean run(String[] command, Path output)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      process.getOutputStream().close();
      return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
    }
  }
}
