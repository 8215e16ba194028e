package dev.hubbub.gatling.simulation;

import dev.hubbub.cli.UsageException;
import dev.hubbub.gatling.ChatDsl;
import dev.hubbub.gatling.ChatProtocolBuilder;
import dev.hubbub.protocol.Limits;
import dev.hubbub.tls.ClientTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The server that a simulation talks to: the one at {@code -Dhost} and {@code -Dport}, or a process
 * of its own that lives as long as the simulation.
 */
final class TargetServer {
  private static final int PORT_MAX = 65_535;

  private @Nullable ServerProcess process;

  /** Starts the process, unless the properties name a server. Call it in {@code before()}. */
  void start() {
    if (!isNamed()) {
      try {
        process = ServerProcess.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Where the server is, once started. */
  InetSocketAddress address() {
    if (process != null) {
      return process.address();
    }
    return new InetSocketAddress(
        Parameters.text("host", "127.0.0.1"),
        Parameters.number("port", Limits.DEFAULT_PORT, 1, PORT_MAX));
  }

  /** The protocol, with this server, and TLS where the properties ask for it. */
  ChatProtocolBuilder protocol() {
    ChatProtocolBuilder plain = ChatDsl.chat.at(this::address).as("#{name}");
    ClientTls tls = TlsParameters.load();
    UsageException.require(
        tls == null || isNamed(), "-Dtls*", "needs '-Dhost' or '-Dport'", "neither");
    return tls == null ? plain : plain.tls(tls);
  }

  /** Stops the process, if there is one. Call it in {@code after()}. */
  void stop() {
    if (process != null) {
      process.stop();
    }
  }

  private static boolean isNamed() {
    return System.getProperty("host") != null || System.getProperty("port") != null;
  }
}
