package dev.hubbub.bots;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.cli.HostPort;
import dev.hubbub.protocol.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that name the server of a load, or the servers. */
public final class TargetOptions {
  private static final String DEFAULT_HOST = "127.0.0.1";

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The server. Default: " + DEFAULT_HOST + ".")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Its port. Default: " + Limits.DEFAULT_PORT + ".")
  private @Nullable Integer port;

  @Option(
      names = "--target",
      paramLabel = "HOST:PORT",
      split = ",",
      converter = HostPort.Converter.class,
      description =
          "A server, in place of --host and --port; repeatable. The users are spread evenly over the"
              + " servers and write to others at the same server; each server has worker processes"
              + " of its own.")
  private List<HostPort> targets = new ArrayList<>();

  /**
   * The servers, at least one.
   *
   * @throws dev.hubbub.cli.UsageException if a value can't be used
   */
  public List<HostPort> targets() {
    if (targets.isEmpty()) {
      int checked = requireBetween("--port", port == null ? Limits.DEFAULT_PORT : port, 1, 65_535);
      return List.of(new HostPort(Objects.requireNonNullElse(host, DEFAULT_HOST), checked));
    }
    require(host == null, "--host", "can't be given together with '--target'", host);
    require(port == null, "--port", "can't be given together with '--target'", port);
    targets.forEach(target -> require(target.port() > 0, "--target", "needs a port", target));
    return List.copyOf(targets);
  }

  /** The servers as one text, for people and for records. */
  public static String text(List<HostPort> targets) {
    return targets.stream().map(HostPort::toString).collect(Collectors.joining(", "));
  }
}
