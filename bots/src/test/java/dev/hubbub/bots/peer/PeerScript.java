package dev.hubbub.bots.peer;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A peer that the project's script runs, from the package of the system. */
public final class PeerScript implements AutoCloseable {
  private static final Pattern LINE = Pattern.compile("(\\w+)=127\\.0\\.0\\.1:(\\d+),pid=(\\d+)");

  private static final Duration END_MAX = Duration.ofSeconds(20);

  private final Process process;
  private final Matcher said;

  private PeerScript(Process process, Matcher said) {
    this.process = process;
    this.said = said;
  }

  /** Where it lies. */
  public static Path path() {
    Path inModule = Path.of("peers", "peer");
    return Files.exists(inModule) ? inModule : Path.of("bots").resolve(inModule);
  }

  /** Runs it; skips the test, and says so, where there is no such program. */
  public static PeerScript start(String name, Path folder) throws IOException {
    boolean installed =
        Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin")
            .anyMatch(bin -> Files.isExecutable(Path.of(bin, name)));
    if (!installed) {
      System.err.println("SKIPPED: no " + name + " here; apt-get install " + name);
    }
    Assumptions.assumeTrue(installed, "no " + name + " here: apt-get install " + name);
    ProcessBuilder builder = new ProcessBuilder(path().toAbsolutePath().toString(), name, "0");
    builder.environment().put("PEER_RUN", folder.resolve(name).toString());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    Matcher said = LINE.matcher(line == null ? "" : line);
    if (!said.matches()) {
      process.destroyForcibly();
      throw new IOException(name + " did not start: " + line);
    }
    return new PeerScript(process, said);
  }

  /** What it said: an argument for {@code --with}. */
  public String with() {
    return said.group();
  }

  public int port() {
    return Integer.parseInt(said.group(2));
  }

  public long pid() {
    return Long.parseLong(said.group(3));
  }

  /** As Ctrl-C and SIGTERM do. */
  @Override
  public void close() {
    process.destroy();
    await().atMost(END_MAX).until(() -> !process.isAlive());
  }
}
