package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.ListeningProcess;
import dev.hubbub.measure.MetricsPage;
import dev.hubbub.measure.ProcessProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what tells something of a server: its process, and the page of its metrics. */
public final class ServerFinder {
  private static final int ADMIN_PORT_DEFAULT = 9_464;

  private ServerFinder() {}

  /** The process that listens at an address of this machine; empty when it can't be told. */
  public static Optional<ProcessProbe> process(String host, int port) {
    OptionalLong pid =
        isThisMachine(host) ? new ListeningProcess().listeningOn(port) : OptionalLong.empty();
    return pid.isPresent() ? Optional.of(new ProcessProbe(pid.getAsLong())) : Optional.empty();
  }

  /**
   * The page with the metrics of the chat server at an address: one that its process serves on
   * another port; where the process is unknown, the one at the default port of the host.
   */
  public static Optional<MetricsPage> metrics(
      String host, int port, @Nullable ProcessProbe process) {
    Stream<Integer> ports =
        process == null
            ? Stream.of(ADMIN_PORT_DEFAULT)
            : new ListeningProcess().portsOf(process.pid()).stream().filter(other -> other != port);
    return ports
        .map(other -> new MetricsPage(page(host, other)))
        .filter(ServerFinder::isOfChatServer)
        .findFirst();
  }

  private static boolean isOfChatServer(MetricsPage page) {
    return page.read().filter(shown -> shown.sum("hubbub_users", "") != null).isPresent();
  }

  private static URI page(String host, int port) {
    String inUri = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return URI.create("http://" + inUri + ":" + port + "/metrics");
  }

  private static boolean isThisMachine(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException e) {
      return false;
    }
  }
}
