package dev.hubbub.server;

import dev.hubbub.server.admin.AdminPages;
import dev.hubbub.server.admin.AdminServer;
import dev.hubbub.server.metrics.JvmMeters;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server as a program: with its operations, its listening line, and its end by a signal. */
final class ServerProgram {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProgram.class);

  private final PrintWriter out;

  /**
   * A program.
   *
   * @param out where it says that it listens
   */
  ServerProgram(PrintWriter out) {
    this.out = out;
  }

  /**
   * Runs until the process is told to end.
   *
   * @param transportReason why the transport is the one that the configuration has
   * @throws IOException if an address can't be listened on, naming its options
   */
  void run(ServerConfig config, AdminOptions adminOptions, String transportReason)
      throws IOException, InterruptedException {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (JvmMeters _ = new JvmMeters(meters);
        ChatServer server = startServer(config, meters);
        AdminServer admin = startAdmin(adminOptions, server, meters)) {
      StopOnSignal.install(server);
      logStart(server, config, admin, transportReason);
      out.println(listeningLine(server, config));
      out.flush();
      server.awaitStopped();
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

  private static @Nullable AdminServer startAdmin(
      AdminOptions options, ChatServer server, PrometheusMeterRegistry meters) throws IOException {
    InetSocketAddress address = options.address();
    if (address == null) {
      return null;
    }
    try {
      return AdminServer.start(address, new AdminPages(server::isReady, meters::scrape));
    } catch (IOException e) {
      String problem =
          "can't listen on '--admin-port' " + address.getPort() + ": " + e.getMessage();
      if (options.isExplicit()) {
        throw new IOException(problem, e);
      }
      // A second server on the machine must not fail for an address that nobody asked for.
      LOG.warn("{}; operations are off", problem);
      return null;
    }
  }

  private static void logStart(
      ChatServer server, ServerConfig config, @Nullable AdminServer admin, String transportReason) {
    LOG.atInfo()
        .addKeyValue("address", address(server, config))
        .addKeyValue("tls", config.tls() == null ? "off" : config.tls().describe())
        .addKeyValue("transport", config.transport())
        .addKeyValue("transport_reason", transportReason)
        .addKeyValue("event_loops", config.eventLoops())
        .addKeyValue("connections_max", config.protection().connectionsMax())
        .addKeyValue("unregistered_max", config.protection().unregisteredMax())
        .addKeyValue("pending_total_bytes_max", config.protection().pendingTotalBytesMax())
        .addKeyValue(
            "operations",
            admin == null ? "off" : "http://" + NetUtil.toSocketAddressString(admin.address()))
        .addKeyValue("since_jvm_start_ms", ManagementFactory.getRuntimeMXBean().getUptime())
        .log("listening");
  }

  private static String listeningLine(ChatServer server, ServerConfig config) {
    return "Hubbub is listening on %s (%s, %d event loop%s, at most %d connections%s)"
        .formatted(
            address(server, config),
            config.transport(),
            config.eventLoops(),
            config.eventLoops() == 1 ? "" : "s",
            config.protection().connectionsMax(),
            config.tls() == null ? "" : ", TLS by " + config.tls().describe());
  }

  private static String address(ChatServer server, ServerConfig config) {
    return NetUtil.toSocketAddressString(config.host(), server.address().getPort());
  }
}
