package dev.hubbub.bots.remote;

import static dev.hubbub.cli.UsageException.require;

import dev.hubbub.cli.HostPort;
import dev.hubbub.cli.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a load whose workers are on other hosts. */
public final class WorkerHostOptions {
  @Option(
      names = "--worker",
      paramLabel = "HOST:PORT",
      split = ",",
      converter = HostPort.Converter.class,
      description =
          "A host on which './hubbub worker --listen' runs and makes the load, repeatable."
              + " Default: worker processes on this machine.")
  private List<HostPort> workers = new ArrayList<>();

  @Mixin private TokenOptions tokenOptions = new TokenOptions();

  @Option(
      names = "--worker-tls-ca",
      paramLabel = "FILE",
      description =
          "Connects to the workers by TLS; their certificates must be signed by one of these"
              + " authorities (PEM).")
  private @Nullable Path authority;

  /**
   * The hosts.
   *
   * @throws UsageException if options are missing or a file can't be used
   */
  public WorkerHosts hosts() {
    if (workers.isEmpty()) {
      require(authority == null, "--worker-tls-ca", "needs '--worker'", authority);
      return WorkerHosts.NONE;
    }
    workers.forEach(at -> require(at.port() > 0, "--worker", "needs a port over 0", at));
    return new WorkerHosts(workers, sockets(), tokenOptions.required());
  }

  private WorkerSockets sockets() {
    if (authority == null) {
      return WorkerSockets.PLAIN;
    }
    require(Files.isReadable(authority), "--worker-tls-ca", "must be readable", authority);
    try {
      return WorkerSockets.connecting(authority);
    } catch (IOException e) {
      throw new UsageException("'--worker-tls-ca': " + e.getMessage());
    }
  }
}
