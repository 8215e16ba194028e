package dev.hubbub.bots.remote;

import dev.hubbub.bots.worker.WorkerProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker process between a coordinator's connection and its own standard streams. */
final class LentWorker implements AutoCloseable {
  private static final long END_SECONDS_MAX = 6;

  private final LineSocket lines;
  private final Process process;

  private LentWorker(LineSocket lines, Process process) {
    this.lines = lines;
    this.process = process;
  }

  /** Starts the process; its events go to the coordinator from now on. */
  static LentWorker start(LineSocket lines) throws IOException {
    Process process =
        new ProcessBuilder(WorkerProgram.command(List.of()))
            .redirectError(Redirect.INHERIT)
            .start();
    return new LentWorker(lines, process);
  }

  long pid() {
    return process.pid();
  }

  /** Hands commands to the worker, and its events back, until one of the two sides ends. */
  void passCommands() throws IOException {
    Thread events = Thread.ofVirtual().name("hubbub-lent-worker").start(this::passEvents);
    try (OutputStream commands = process.getOutputStream()) {
      for (String line = lines.read(); line != null; line = lines.read()) {
        commands.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        commands.flush();
      }
    } catch (IOException e) {
      if (process.isAlive()) {
        throw e;
      }
    } finally {
      // The end of its input ends the worker, and with it the events.
      try {
        events.join(TimeUnit.SECONDS.toMillis(END_SECONDS_MAX));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    try {
      if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void passEvents() {
    try (lines;
        BufferedReader events = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        lines.write(line);
      }
    } catch (IOException e) {
      // The coordinator has gone; the reader of its commands sees that too.
    }
  }
}
