package dev.hubbub.bots.breakpoint;

import static dev.hubbub.cli.UsageException.require;

import dev.hubbub.cli.HostPort;
import dev.hubbub.cli.UsageException;
import dev.hubbub.measure.MetricsPage;
import dev.hubbub.measure.ProcessProbe;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of how a server that already runs is observed. */
public final class ObserverOptions {
  private static final String OFF = "off";

  @Option(
      names = "--server-pid",
      paramLabel = "PID",
      description =
          "The server's process, if it runs on this machine: observes what it uses."
              + " Default: the one that listens on the server's port.")
  private @Nullable Long serverPid;

  @Option(
      names = "--server-metrics",
      paramLabel = "URL|off",
      description =
          "The server's metrics in the text format of Prometheus. Default: those that its process"
              + " serves on another port; where that is unknown, http://HOST:9464/metrics.")
  private @Nullable String serverMetrics;

  /** Whether one of the options was given. */
  public boolean isGiven() {
    return serverPid != null || serverMetrics != null;
  }

  /**
   * Observes the server at the only address, as far as it can be; of several servers what the
   * options name.
   *
   * @param cpus quota of processor time that the server has, in processors, or null
   */
  public ServerObserver observer(List<HostPort> servers, @Nullable Double cpus) {
    HostPort only = servers.size() == 1 ? servers.getFirst() : null;
    ProcessProbe process = process(only);
    return new ServerObserver(process, metrics(only, process), false, cpus);
  }

  private @Nullable ProcessProbe process(@Nullable HostPort server) {
    if (serverPid == null) {
      return server == null
          ? null
          : ServerFinder.process(server.host(), server.port()).orElse(null);
    }
    ProcessProbe probe = new ProcessProbe(serverPid);
    require(probe.cpuNs() != null, "--server-pid", "must be a process of this machine", serverPid);
    return probe;
  }

  private @Nullable MetricsPage metrics(@Nullable HostPort server, @Nullable ProcessProbe process) {
    if (serverMetrics == null) {
      return server == null
          ? null
          : ServerFinder.metrics(server.host(), server.port(), process).orElse(null);
    }
    if (serverMetrics.equals(OFF)) {
      return null;
    }
    MetricsPage page = new MetricsPage(address(serverMetrics));
    require(page.read().isPresent(), "--server-metrics", "must answer", serverMetrics);
    return page;
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Named below, like any other text that is no such address.
    }
    throw new UsageException(
        "'--server-metrics' must be an address of HTTP or 'off', got: " + text);
  }
}
