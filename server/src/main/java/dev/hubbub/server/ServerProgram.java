package dev.hubbub.server;

import dev.hubbub.server.admin.AdminPages;
import dev.hubbub.server.admin.AdminServer;
import dev.hubbub.server.metrics.JvmMeters;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The server as a program: with its operations, its listening line, and its end by a signal. */
final class ServerProgram {
  private final PrintWriter out;
  private final PrintWriter err;

  ServerProgram(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs until the process is told to end.
   *
   * @throws IOException if an address can't be listened on, naming its options
   */
  void run(ServerConfig config, AdminOptions adminOptions)
      throws IOException, InterruptedException {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (JvmMeters _ = new JvmMeters(meters);
        ChatServer server = startServer(config, meters);
        AdminServer _ = startAdmin(adminOptions, server, meters)) {
      StopOnSignal.install(server, err);
      out.println(listeningLine(server, config));
      out.flush();
      server.awaitClosed();
    }
  }

  private static ChatServer startServer(ServerConfig config, PrometheusMeterRegistry meters)
      throws IOException {
    try {
      return ChatServer.start(config, meters);
    } catch (IOException e) {
      String address = "'--host' " + config.host() + ", '--port' " + config.port();
      throw new IOException("can't listen on " + address + ": " + e.getMessage(), e);
    }
  }

  private @Nullable AdminServer startAdmin(
      AdminOptions options, ChatServer server, PrometheusMeterRegistry meters) throws IOException {
    InetSocketAddress address = options.address();
    if (address == null) {
      return null;
    }
    try {
      AdminServer admin =
          AdminServer.start(address, new AdminPages(server::isReady, meters::scrape));
      say("operations are on http://" + NetUtil.toSocketAddressString(admin.address()));
      return admin;
    } catch (IOException e) {
      String problem =
          "can't listen on '--admin-port' " + address.getPort() + ": " + e.getMessage();
      if (options.isExplicit()) {
        throw new IOException(problem, e);
      }
      // A second server on the machine must not fail for an address that nobody asked for.
      say(problem + "; operations are off");
      return null;
    }
  }

  private void say(String text) {
    err.println("hubbub serve: " + text);
    err.flush();
  }

  private static String listeningLine(ChatServer server, ServerConfig config) {
    return "Hubbub is listening on %s (%s, %d event loop%s, at most %d connections)%s"
        .formatted(
            NetUtil.toSocketAddressString(config.host(), server.address().getPort()),
            config.transport(),
            config.eventLoops(),
            config.eventLoops() == 1 ? "" : "s",
            config.protection().connectionsMax(),
            config.tls() == null ? "" : " with TLS");
  }
}
