package dev.hubbub.container;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HealthCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** A server in a container, on free ports of the loopback interface; gone with the test. */
final class ServerContainer implements AutoCloseable {
  /** Longest wait for anything, far above what the machine needs. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  static final String HOST = "127.0.0.1";

  private static final int PORT_MIN = 10_000;
  private static final int PORT_END = 32_768;

  private static final Pattern CONNECTIONS_MAX = Pattern.compile("at most (\\d+) connections");

  private final GenericContainer<?> container;
  private final int port;
  private final int adminPort;

  private ServerContainer(GenericContainer<?> container, int port, int adminPort) {
    this.container = container;
    this.port = port;
    this.adminPort = adminPort;
  }

  /** Starts one and waits until it listens. */
  static ServerContainer start(ContainerSpec spec) {
    int port = freePort();
    int adminPort = freePort();
    GenericContainer<?> container =
        new GenericContainer<>(Images.server())
            .withNetworkMode("host")
            .withEnv("HUBBUB_HOST", HOST)
            .withEnv("HUBBUB_PORT", Integer.toString(port))
            .withEnv("HUBBUB_ADMIN_HOST", HOST)
            .withEnv("HUBBUB_ADMIN_PORT", Integer.toString(adminPort))
            .withEnv(spec.environment())
            .withCreateContainerCmdModifier(command -> {
              spec.applyTo(Objects.requireNonNull(command.getHostConfig()));
              // The image's own probe, only sooner.
              command.withHealthcheck(new HealthCheck().withInterval(TimeUnit.SECONDS.toNanos(1)));
            })
            .waitingFor(Wait.forLogMessage(".*is listening on.*\\n", 1))
            .withStartupTimeout(PATIENCE);
    container.start();
    return new ServerContainer(container, port, adminPort);
  }

  /** The port for users. */
  int port() {
    return port;
  }

  /** Where its operations answer. */
  URI admin(String path) {
    return URI.create("http://" + HOST + ":" + adminPort + path);
  }

  /** What its operations answer. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(admin(path)).timeout(PATIENCE).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /** How many connections it takes, as it says. */
  int connectionsMax() {
    Matcher said = CONNECTIONS_MAX.matcher(logs());
    if (!said.find()) {
      throw new AssertionError("no maximum of connections in " + logs());
    }
    return Integer.parseInt(said.group(1));
  }

  /** All that it has written. */
  String logs() {
    return container.getLogs();
  }

  /** Runs a command in the container. */
  ExecResult run(String... command) throws IOException, InterruptedException {
    return container.execInContainer(command);
  }

  /** What the engine knows of it now. */
  InspectContainerResponse inspect() {
    return docker().inspectContainerCmd(container.getContainerId()).exec();
  }

  /** Ends it without a word. */
  void kill() {
    docker().killContainerCmd(container.getContainerId()).exec();
  }

  /**
   * Stops it as 'docker stop' does: by the signal of the image, and by force when it takes long.
   */
  void stop() {
    docker()
        .stopContainerCmd(container.getContainerId())
        .withTimeout((int) PATIENCE.toSeconds())
        .exec();
  }

  /** Waits for its end; returns its exit status. */
  long exitStatus() {
    await().atMost(PATIENCE).until(() -> !isRunning());
    return Objects.requireNonNull(inspect().getState().getExitCodeLong());
  }

  /** Starts it again after its end, with the same ports. */
  void startAgain() {
    docker().startContainerCmd(container.getContainerId()).exec();
  }

  /** Whether it runs. */
  boolean isRunning() {
    return Boolean.TRUE.equals(inspect().getState().getRunning());
  }

  /** Whether the kernel killed anything in it for want of memory. */
  boolean isOutOfMemory() {
    return Boolean.TRUE.equals(inspect().getState().getOOMKilled());
  }

  /** The most memory that the kernel has charged to it, in bytes; empty when it doesn't say. */
  Optional<Long> memoryPeakBytes() throws IOException, InterruptedException {
    // Of control groups v2 and v1.
    String files = "/sys/fs/cgroup/memory.peak /sys/fs/cgroup/memory/memory.max_usage_in_bytes";
    String said = run("/bin/bash", "-c", "cat " + files + " 2>/dev/null").getStdout().strip();
    return said.matches("\\d+") ? Optional.of(Long.valueOf(said)) : Optional.empty();
  }

  /** The number of its first process, as the host has it. */
  long pid() {
    return Objects.requireNonNull(inspect().getState().getPidLong());
  }

  @Override
  public void close() {
    container.stop();
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }

  /**
   * A port that nobody listens on. The kernel takes ports for connections, and where any will do,
   * from a range above (32,768 to 60,999): none of them can be taken before the server listens, nor
   * while it starts again.
   */
  private static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(PORT_MIN, PORT_END);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (BindException _) {
        // Taken: another one.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
