package dev.hubbub.gatling.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in a process of its own, on a free port of the loopback interface.
 *
 * <p>It ends with {@link #stop()}, and in any case with this program: also where Gatling, whose run
 * failed, calls no {@code after()}.
 */
final class ServerProcess {
  private static final InetAddress HOST = InetAddress.getLoopbackAddress();
  private static final Pattern LISTENING = Pattern.compile("Hubbub is listening on .*?:(\\d+) .*");
  private static final long STOP_SECONDS_MAX = 10;

  private final Process process;
  private final InetSocketAddress address;

  private ServerProcess(Process process, InetSocketAddress address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts one and waits until it listens.
   *
   * @param options of {@code hubbub serve}, beside the address
   * @throws IOException if it can't be started or ends without listening
   */
  static ServerProcess start(String... options) throws IOException {
    Process process =
        new ProcessBuilder(command(options)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-server"));
    return new ServerProcess(process, new InetSocketAddress(HOST, awaitPort(process)));
  }

  InetSocketAddress address() {
    return address;
  }

  /** Asks it to end, and ends it by force when it doesn't within 10 s. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(String... options) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.hubbub.server.ServerMain",
            "--host",
            HOST.getHostAddress(),
            "--port",
            "0",
            "--admin-port",
            "off"));
    command.addAll(List.of(options));
    return command;
  }

  private static int awaitPort(Process process) throws IOException {
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.matches()) {
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new IOException("the server ended before it listened; its error output says why");
  }
}
