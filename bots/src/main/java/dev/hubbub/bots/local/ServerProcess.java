package dev.hubbub.bots.local;

import dev.hubbub.measure.ProcessProbe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server of this project in a process of its own, on a free port of the loopback interface. */
public final class ServerProcess implements AutoCloseable {
  /** Which one. */
  public enum Program {
    /** The chat server. */
    CHAT("the server", "dev.hubbub.server.ServerMain"),
    /** The one that sends back what it receives. */
    ECHO("the echo server", "dev.hubbub.bots.peer.EchoMain");

    private final String text;
    private final String mainClass;

    Program(String text, String mainClass) {
      this.text = text;
      this.mainClass = mainClass;
    }
  }

  /** The address on which it listens. */
  public static final String HOST = "127.0.0.1";

  private static final Duration START_MAX = Duration.ofSeconds(30);
  // The server's own time to drain is 5 s.
  private static final Duration STOP_MAX = Duration.ofSeconds(8);
  private static final int LOG_LINES_MAX = 5;

  private final Program program;
  private final Process process;
  private final Path log;
  private final List<String> javaFlags;
  private final ListeningLine listening;

  private ServerProcess(
      Program program, Process process, Path log, List<String> javaFlags, ListeningLine listening) {
    this.program = program;
    this.process = process;
    this.log = log;
    this.javaFlags = javaFlags;
    this.listening = listening;
  }

  /**
   * Starts a server with the class path and the Java of this process, and waits until it listens.
   *
   * @param processors to pin it to; empty: not pinned
   * @param arguments further options of the server
   * @param log file for what it writes to standard error
   * @throws IOException if it can't be started, ends, or doesn't listen in time; with its words
   */
  public static ServerProcess start(
      Program program, List<Integer> processors, List<String> arguments, Path log)
      throws IOException, InterruptedException {
    List<String> javaFlags = ServerFlags.read();
    List<String> command = new ArrayList<>(Taskset.prefix(processors));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaFlags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(program.mainClass, "--host", HOST, "--port", "0"));
    if (program == Program.CHAT
        && System.getenv("HUBBUB_ADMIN_PORT") == null
        && arguments.stream().noneMatch(argument -> argument.startsWith("--admin-port"))) {
      // The default one may be another server's.
      command.addAll(List.of("--admin-port", "0"));
    }
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    try {
      process.getOutputStream().close();
      return new ServerProcess(
          program, process, log, javaFlags, awaitListening(program, process, log));
    } catch (IOException | InterruptedException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static ListeningLine awaitListening(Program program, Process process, Path log)
      throws IOException, InterruptedException {
    CompletableFuture<Optional<ListeningLine>> listening = new CompletableFuture<>();
    // Reads on to the end, so that the server never waits for its output to be taken.
    Thread.ofVirtual().start(() -> read(process, listening));
    try {
      Optional<ListeningLine> line = listening.get(START_MAX.toMillis(), TimeUnit.MILLISECONDS);
      if (line.isPresent()) {
        return line.get();
      }
      process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
      throw new IOException(program.text + " could not be started: " + lastWords(log));
    } catch (TimeoutException e) {
      throw new IOException(
          program.text
              + " did not listen within "
              + START_MAX.toSeconds()
              + " s: "
              + lastWords(log),
          e);
    } catch (ExecutionException e) {
      throw new IOException("the output of " + program.text + " can't be read", e.getCause());
    }
  }

  private static void read(Process process, CompletableFuture<Optional<ListeningLine>> listening) {
    try (BufferedReader lines = process.inputReader()) {
      lines
          .lines()
          .forEach(
              line -> ListeningLine.parse(line).map(Optional::of).ifPresent(listening::complete));
      listening.complete(Optional.empty());
    } catch (IOException | UncheckedIOException e) {
      listening.completeExceptionally(e);
    }
  }

  /** What it said when it listened. */
  public ListeningLine listening() {
    return listening;
  }

  /** The flags of its JVM. */
  public List<String> javaFlags() {
    return javaFlags;
  }

  /** Observes it. */
  public ProcessProbe probe() {
    return new ProcessProbe(process.pid());
  }

  /**
   * Checks that it still runs.
   *
   * @param patience how long its end may take to be noticed
   * @throws IOException if not, with its last words
   */
  public void requireRunning(Duration patience) throws IOException, InterruptedException {
    if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException(
          program.text
              + " ended by itself with status "
              + process.exitValue()
              + ": "
              + lastWords(log));
    }
  }

  /** Tells it to stop, and ends it by force when it doesn't in time. */
  @Override
  public void close() {
    process.destroy();
    boolean interrupted = false;
    try {
      process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    process.destroyForcibly();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String lastWords(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty()
        ? "it said nothing"
        : String.join(
            " | ", lines.subList(Math.max(0, lines.size() - LOG_LINES_MAX), lines.size()));
  }
}
