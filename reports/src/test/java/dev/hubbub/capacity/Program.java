package dev.hubbub.capacity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The program {@code hubbub} in a process of its own, with what it prints in files. */
final class Program implements AutoCloseable {
  // Far more than it needs: only a hang may take as long.
  private static final Duration WAIT_MAX = Duration.ofSeconds(150);

  private final Process process;
  private final Path out;
  private final Path err;
  private final Set<ProcessHandle> started = new LinkedHashSet<>();

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static Program start(Path folder, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(HubbubMain.class.getName());
    command.addAll(arguments);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Program(process, out, err);
  }

  /** Waits until standard error holds the text. */
  Program awaitText(String text) {
    Awaitility.await()
        .atMost(WAIT_MAX)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          process.descendants().forEach(started::add);
          return err().contains(text) || !process.isAlive();
        });
    return this;
  }

  /** Tells it to stop, as the shell does. */
  Program terminate() {
    process.destroy();
    return this;
  }

  /** Ends the first process that it started, as a crash would. */
  Program crashFirstChild() {
    process
        .children()
        .min(Comparator.comparing(child -> child.info().startInstant().orElseThrow()))
        .orElseThrow()
        .destroyForcibly();
    return this;
  }

  /** Waits for its end. */
  int exit() throws InterruptedException {
    if (!process.waitFor(WAIT_MAX.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it still runs");
    }
    return process.exitValue();
  }

  /** The processes that it had started, as far as they were seen, that still run. */
  List<ProcessHandle> leftovers() {
    return started.stream().filter(ProcessHandle::isAlive).toList();
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  @Override
  public void close() {
    process.descendants().forEach(started::add);
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
