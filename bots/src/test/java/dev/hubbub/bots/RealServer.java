package dev.hubbub.bots;

import static org.awaitility.Awaitility.await;

import dev.hubbub.server.ServerMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real server in a process of its own. */
public final class RealServer implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("listening on \\S+:(\\d+) ");

  private static final Duration STOP_MAX = Duration.ofSeconds(20);

  private final Process process;
  private final int port;

  private RealServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one on a free port. */
  public static RealServer start() throws IOException {
    return start(0);
  }

  /** Starts one on this port (0: a free one) with further options. */
  public static RealServer start(int port, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ServerMain.class.getName(),
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(port)));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    Matcher matcher = LISTENING.matcher(line == null ? "" : line);
    if (!matcher.find()) {
      process.destroyForcibly();
      throw new IOException("the server did not start: " + line);
    }
    return new RealServer(process, Integer.parseInt(matcher.group(1)));
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Its process. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    await().atMost(STOP_MAX).until(() -> !process.isAlive());
  }
}
