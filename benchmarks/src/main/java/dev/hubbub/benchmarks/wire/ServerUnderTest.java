package dev.hubbub.benchmarks.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program of the server in a process of its own, on a free port. On Linux it has processor 0;
 * the benchmark itself is to be started on the others ({@code taskset -c 1-}).
 */
final class ServerUnderTest implements AutoCloseable {
  private static final Path CHRT = Path.of("/usr/bin/chrt");
  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final Pattern PORT = Pattern.compile(":(\\d+) \\(");

  private final Process process;
  private final int port;

  private ServerUnderTest(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static ServerUnderTest start() throws IOException {
    return start(List.of());
  }

  /** One that has the processor only when it is idle. */
  static ServerUnderTest startIdle() throws IOException {
    return start(whenIdle());
  }

  /** What comes before a command that is to run only when the processor is idle. */
  static List<String> whenIdle() {
    return Files.isExecutable(CHRT) ? List.of(CHRT.toString(), "--idle", "0") : List.of();
  }

  private static ServerUnderTest start(List<String> prefix) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    if (Files.isExecutable(TASKSET)) {
      command.addAll(List.of(TASKSET.toString(), "-c", "0"));
    }
    command.addAll(
        java(
            "dev.hubbub.server.ServerMain",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--admin-port",
            "off"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher listening = PORT.matcher(line);
      if (listening.find()) {
        return new ServerUnderTest(process, Integer.parseInt(listening.group(1)));
      }
    }
    throw new IOException("the server did not start");
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The command that runs a class of this class path in a process of its own. */
  static List<String> java(String mainClass, String... arguments) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass),
            Stream.of(arguments))
        .toList();
  }
}
