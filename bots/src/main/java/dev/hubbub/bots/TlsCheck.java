package dev.hubbub.bots;

import dev.hubbub.cli.HostPort;
import dev.hubbub.measure.result.TlsUse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Finds out, by one connection before a run, what a server agrees on for TLS. */
public final class TlsCheck {
  private static final Duration TIMEOUT_MAX = Duration.ofSeconds(5);

  private TlsCheck() {}

  /**
   * What is agreed on, with the first server where there are several; null for plain TCP, which is
   * not tried.
   *
   * @throws IOException if the server can't be reached, or a handshake fails, with the reason
   */
  public static @Nullable TlsUse of(FleetConfig config) throws IOException {
    if (config.tls() == null) {
      return null;
    }
    Duration timeout =
        config.connectTimeout().compareTo(TIMEOUT_MAX) < 0 ? config.connectTimeout() : TIMEOUT_MAX;
    HostPort server = config.targets().getFirst();
    try (CheckConnection connection = new CheckConnection(server, config.tls(), timeout)) {
      return connection.tls();
    } catch (IOException e) {
      throw new IOException("no TLS with " + server + ": " + e.getMessage(), e);
    }
  }
}
