package dev.hubbub.server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program of the server in a process of its own, which ends with the test. */
public final class ServerProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile(":(\\d+) \\(");

  private static final Pattern ADMIN_PORT = Pattern.compile("operations=\"http://[^ ]*:(\\d+)\"");

  private final Process process;
  private final Path errors;
  private final BufferedReader output;

  private ServerProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.output = process.inputReader();
  }

  /** Starts the program with options and environment variables. */
  public static ServerProcess start(Map<String, String> environment, List<String> options) {
    return start(List.of(), environment, options);
  }

  /** Starts the program with options of its own and for its JVM, and environment variables. */
  public static ServerProcess start(
      List<String> jvmOptions, Map<String, String> environment, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1"));
    command.addAll(jvmOptions);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "dev.hubbub.server.ServerMain"));
    command.addAll(options);
    try {
      Path errors = Files.createTempFile("hubbub-server-", ".err");
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.environment().putAll(environment);
      return new ServerProcess(builder.start(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the program with options. */
  public static ServerProcess start(String... options) {
    return start(Map.of(), List.of(options));
  }

  /** The next line of its standard output. */
  public String outputLine() {
    CompletableFuture<String> line =
        CompletableFuture.supplyAsync(() -> {
          try {
            return String.valueOf(output.readLine());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    try {
      return line.get(TestClient.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("no line on standard output; standard error: " + errors(), e);
    }
  }

  /** Waits until it listens; returns the port that it says. */
  public int port() {
    String line = outputLine();
    Matcher port = PORT.matcher(line);
    if (!port.find()) {
      throw new AssertionError("no port in '" + line + "'; standard error: " + errors());
    }
    return Integer.parseInt(port.group(1));
  }

  /** Makes its JVM collect all garbage. */
  public void collectGarbage() {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process collection =
          new ProcessBuilder(jcmd, "" + process.pid(), "GC.run")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectErrorStream(true)
              .start();
      if (collection.waitFor() != 0) {
        throw new AssertionError("jcmd ended with " + collection.exitValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The port of its operations, once it listens. */
  public int adminPort() {
    Matcher port = ADMIN_PORT.matcher(errors());
    if (!port.find()) {
      throw new AssertionError("no operations; standard error: " + errors());
    }
    return Integer.parseInt(port.group(1));
  }

  /** Its number. */
  public long pid() {
    return process.pid();
  }

  /** Sends SIGTERM; what the program has written stays readable. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** Waits for its end; returns its exit status. */
  public int exitStatus() {
    try {
      if (!process.waitFor(TestClient.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still running; standard error: " + errors());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** All that is left of its standard output, after its end. */
  public String output() {
    return String.join("\n", output.lines().toList());
  }

  /** What it has written to standard error so far. */
  public String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    exitStatus();
    try {
      Files.delete(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
