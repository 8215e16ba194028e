package dev.hubbub.server;

import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.cli.UsageException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the port of operations. */
final class AdminOptions {
  static final int DEFAULT_PORT = 9_464;
  private static final String OFF = "off";

  @Option(
      names = "--admin-port",
      paramLabel = "PORT|off",
      description =
          "Port for /healthz, /readyz and /metrics; 0 takes a free one, 'off' disables it. Default: "
              + DEFAULT_PORT
              + ", or off when that is taken.")
  private @Nullable String adminPort;

  @Option(names = "--admin-host", paramLabel = "ADDRESS", description = "Address of that port.")
  private String adminHost = "127.0.0.1";

  /** Where to listen, or null when it is off. */
  @Nullable InetSocketAddress address() {
    if (OFF.equals(adminPort)) {
      return null;
    }
    InetSocketAddress address = new InetSocketAddress(adminHost, port());
    if (address.isUnresolved()) {
      throw new UsageException(
          "'--admin-host' must be an address of this machine, got: " + adminHost);
    }
    return address;
  }

  /** Whether the user asked for this very port, so that it is an error when it is taken. */
  boolean isExplicit() {
    return adminPort != null;
  }

  private int port() {
    if (adminPort == null) {
      return DEFAULT_PORT;
    }
    try {
      return requireBetween("--admin-port", Integer.parseInt(adminPort), 0, 65_535);
    } catch (NumberFormatException e) {
      throw new UsageException("'--admin-port' must be a port or 'off', got: " + adminPort);
    }
  }
}
