package dev.hubbub.server;

import dev.hubbub.cli.Durations;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.UsageException;
import dev.hubbub.cli.Version;
import dev.hubbub.protocol.Limits;
import dev.hubbub.server.wire.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private static final String AUTO = "auto";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on.")
  private String host = "0.0.0.0";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 takes a free one.")
  private int port = Limits.DEFAULT_PORT;

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

  @Mixin private ConnectionOptions connectionOptions = new ConnectionOptions();

  @Mixin private ProtectionOptions protectionOptions = new ProtectionOptions();

  @Option(
      names = "--transport",
      paramLabel = "auto|epoll|io_uring|nio",
      description = "How to talk to the kernel; auto takes what is best here.")
  private String transport = AUTO;

  @Option(
      names = "--drain-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "5s",
      description = "How long stopping may wait until what is queued is delivered.")
  private Duration drainTimeout = Duration.ZERO;

  @Mixin private TlsOptions tlsOptions = new TlsOptions();

  @Mixin private AdminOptions adminOptions = new AdminOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServerProgram program =
        new ServerProgram(spec.commandLine().getOut(), spec.commandLine().getErr());
    program.run(config(OpenFiles.max()), adminOptions);
    return ExitStatus.DONE;
  }

  ServerConfig config(OptionalLong openFilesMax) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new ServerConfig(
        host,
        port,
        acceptBacklog,
        eventLoops == null ? processors : eventLoops,
        transport(),
        tlsOptions.load(),
        protectionOptions.protection(openFilesMax),
        connectionOptions.limits(),
        drainTimeout);
  }

  private Transport transport() {
    if (AUTO.equals(transport)) {
      return Transport.best();
    }
    Transport chosen =
        Arrays.stream(Transport.values())
            .filter(candidate -> candidate.toString().equals(transport))
            .findFirst()
            .orElseThrow(() ->
                new UsageException(
                    "'--transport' must be auto, epoll, io_uring or nio, got: " + transport));
    chosen
        .unavailability()
        .ifPresent(cause -> {
          throw new UsageException(
              "'--transport' " + transport + " is not available here: " + cause.getMessage());
        });
    return chosen;
  }
}
