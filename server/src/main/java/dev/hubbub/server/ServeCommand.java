package dev.hubbub.server;

import dev.hubbub.cli.Durations;
import dev.hubbub.cli.ExitStatus;
import dev.hubbub.cli.Version;
import dev.hubbub.protocol.Limits;
import java.io.IOException;
import java.time.Duration;
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
      "Times are written 500us, 500ms, 10s, 2m."
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
      names = "--wakeup-interval",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "500us",
      description =
          "How long a thread that just looked at its connections waits before it looks again, so"
              + " that it takes several messages at once: less processor time, and up to this more"
              + " latency under load. 0s looks at once.")
  private Duration wakeupInterval = Duration.ZERO;

  @Mixin private ConnectionOptions connectionOptions = new ConnectionOptions();

  @Mixin private ProtectionOptions protectionOptions = new ProtectionOptions();

  @Mixin private TransportOption transportOption = new TransportOption();

  @Option(
      names = "--drain-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "5s",
      description = "How long stopping may wait until what is queued is delivered.")
  private Duration drainTimeout = Duration.ZERO;

  @Mixin private TlsOptions tlsOptions = new TlsOptions();

  @Mixin private AdminOptions adminOptions = new AdminOptions();

  @Mixin private LogOptions logOptions = new LogOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    logOptions.apply();
    ServerConfig config = config(OpenFiles.max());
    new ServerProgram(spec.commandLine().getOut())
        .run(config, adminOptions, transportOption.reason());
    return ExitStatus.DONE;
  }

  ServerConfig config(OptionalLong openFilesMax) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new ServerConfig(
        host,
        port,
        acceptBacklog,
        eventLoops == null ? processors : eventLoops,
        wakeupInterval,
        transportOption.transport(),
        tlsOptions.load(),
        protectionOptions.protection(openFilesMax),
        connectionOptions.limits(),
        drainTimeout);
  }
}
