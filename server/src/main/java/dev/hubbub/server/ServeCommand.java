package dev.hubbub.server;

import static dev.hubbub.cli.UsageException.require;

import dev.hubbub.cli.Durations;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.Version;
import dev.hubbub.protocol.Limits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code hubbub serve}: runs a server until it is told to stop by SIGTERM or Ctrl-C, which is no
 * failure.
 */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    showDefaultValues = true,
    description = "Runs the chat server until SIGTERM or Ctrl-C.",
    footer = {
      "",
      "Every option also reads an environment variable: --max-connections reads"
          + " HUBBUB_MAX_CONNECTIONS.",
      "Times are written 500ms, 10s, 2m."
    })
public final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on.")
  private String host = "0.0.0.0";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 takes a free one.")
  private int port = Limits.DEFAULT_PORT;

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description =
          "Connections in all; more are told that the server is full. Default: the limit for open"
              + " files less "
              + OpenFiles.RESERVE
              + ".")
  private @Nullable Integer maxConnections;

  @Option(
      names = "--accept-backlog",
      paramLabel = "N",
      description = "Connections that the kernel queues until they are accepted.")
  private int acceptBacklog = 4_096;

  @Option(
      names = "--event-loops",
      paramLabel = "N",
      description = "Threads that serve connections. Default: one for each processor.")
  private @Nullable Integer eventLoops;

  @Option(
      names = "--max-message-bytes",
      paramLabel = "BYTES",
      description = "Largest message that is taken in.")
  private int maxMessageBytes = Limits.MESSAGE_BYTES_MAX;

  @Option(
      names = "--max-bad-inputs",
      paramLabel = "N",
      description = "Bad inputs on one connection before it is closed.")
  private int maxBadInputs = 20;

  @Option(
      names = "--max-pending-bytes",
      paramLabel = "BYTES",
      description = "Bytes that may wait for one receiver before it is disconnected.")
  private long maxPendingBytes = 1_048_576;

  @Option(
      names = "--stall-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "10s",
      description = "How long a receiver may take nothing of what waits for it.")
  private Duration stallTimeout = Duration.ZERO;

  @Option(
      names = "--registration-grace",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "50ms",
      description = "Silence after which a username without a line feed is complete.")
  private Duration registrationGrace = Duration.ZERO;

  @Option(
      names = "--registration-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "10s",
      description = "Time within which the username must be complete.")
  private Duration registrationTimeout = Duration.ZERO;

  @Option(
      names = "--linger-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "1s",
      description = "How long input is discarded before a connection that is ended closes.")
  private Duration lingerTimeout = Duration.ZERO;

  @Option(
      names = "--drain-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "5s",
      description = "How long stopping may wait until what is queued is delivered.")
  private Duration drainTimeout = Duration.ZERO;

  @Override
  public Integer call() throws InterruptedException {
    ServerConfig config = config(OpenFiles.max());
    ChatServer server;
    try {
      server = ChatServer.start(config, new SimpleMeterRegistry());
    } catch (IOException e) {
      String address = "'--host' " + host + ", '--port' " + port;
      spec.commandLine()
          .getErr()
          .println("hubbub serve: can't listen on " + address + ": " + e.getMessage());
      return ExitStatus.FAILED;
    }
    StopOnSignal.install(server, spec.commandLine().getErr());
    spec.commandLine().getOut().println(listeningLine(server, config));
    spec.commandLine().getOut().flush();
    server.awaitClosed();
    return ExitStatus.DONE;
  }

  ServerConfig config(OptionalLong openFilesMax) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new ServerConfig(
        host,
        port,
        connectionsMax(openFilesMax),
        acceptBacklog,
        eventLoops == null ? processors : eventLoops,
        maxMessageBytes,
        maxBadInputs,
        maxPendingBytes,
        stallTimeout,
        registrationGrace,
        registrationTimeout,
        lingerTimeout,
        drainTimeout);
  }

  private int connectionsMax(OptionalLong openFilesMax) {
    int possible =
        openFilesMax.isPresent()
            ? OpenFiles.connections(openFilesMax.getAsLong())
            : Integer.MAX_VALUE;
    if (maxConnections == null) {
      return possible;
    }
    require(
        maxConnections <= possible,
        "--max-connections",
        "must be at most "
            + possible
            + ", since this process may open "
            + openFilesMax.orElse(0)
            + " files",
        maxConnections);
    return maxConnections;
  }

  private static String listeningLine(ChatServer server, ServerConfig config) {
    InetSocketAddress address = server.address();
    return "Hubbub is listening on %s (%s, %d event loop%s, at most %d connections)"
        .formatted(
            NetUtil.toSocketAddressString(address),
            server.transport(),
            config.eventLoops(),
            config.eventLoops() == 1 ? "" : "s",
            config.connectionsMax());
  }
}
