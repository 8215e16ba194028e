package dev.hubbub.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One call of the launcher: described first, then started or run to its end. */
final class Launch {
  /** What a launch came to. */
  record Outcome(int status, String out, String err) {}

  private final Checkout checkout;
  private final Path folder;
  private final Path script;
  private final List<String> arguments;
  private final Map<String, String> environment = new HashMap<>();

  Launch(Checkout checkout, Path folder, Path script, List<String> arguments) {
    this.checkout = checkout;
    this.folder = folder;
    this.script = script;
    this.arguments = arguments;
  }

  /** The same from another folder. */
  Launch from(Path otherFolder) {
    return new Launch(checkout, otherFolder, script, arguments);
  }

  /** The same by another path to the script. */
  Launch as(Path otherScript) {
    return new Launch(checkout, folder, otherScript, arguments);
  }

  /** Adds a variable to the environment. */
  Launch with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  /** Runs to the end. */
  Outcome run() throws IOException, InterruptedException {
    return start().await();
  }

  /** Starts and goes on. */
  Running start() throws IOException {
    Path out = Files.createTempFile(checkout.jdks().getParent(), "out", null);
    Path err = Files.createTempFile(checkout.jdks().getParent(), "err", null);
    ProcessBuilder process = checkout.process(folder, script, arguments);
    process.environment().putAll(environment);
    process.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new Running(process.start(), out, err);
  }

  /** A launch under way, its output in files. */
  record Running(Process process, Path outFile, Path errFile) {
    /** What it said so far on standard error. */
    String err() throws IOException {
      return Files.readString(errFile, StandardCharsets.UTF_8);
    }

    Outcome await() throws IOException, InterruptedException {
      int status = process.waitFor();
      return new Outcome(status, Files.readString(outFile, StandardCharsets.UTF_8), err());
    }
  }
}
