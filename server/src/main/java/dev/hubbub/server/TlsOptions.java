package dev.hubbub.server;

import static dev.hubbub.cli.UsageException.require;

import dev.hubbub.cli.Durations;
import dev.hubbub.cli.UsageException;
import dev.hubbub.tls.ServerTls;
import dev.hubbub.tls.TlsEngine;
import dev.hubbub.tls.TlsFileException;
import dev.hubbub.tls.TlsFileRole;
import dev.hubbub.tls.TlsFiles;
import dev.hubbub.tls.TlsTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for TLS. */
final class TlsOptions {
  private static final String AUTO = "auto";
  private static final Duration TIME_MAX = Duration.ofHours(1);

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Certificate chain, PEM. With it the port speaks TLS and nothing else.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "Private key of the certificate: PKCS#8, PEM, not encrypted.")
  private @Nullable Path key;

  @Option(
      names = "--tls-client-ca",
      paramLabel = "FILE",
      description =
          "Authorities of client certificates, PEM. With it every client must have a certificate"
              + " whose common name is its username.")
  private @Nullable Path clientAuthority;

  @Option(
      names = "--tls-handshake-timeout",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "10s",
      description = "How long a TLS handshake may take.")
  private Duration handshakeMax = Duration.ZERO;

  @Option(
      names = "--tls-reload-interval",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "5s",
      description = "How often to look whether a file of TLS has changed.")
  private Duration reloadInterval = Duration.ZERO;

  @Option(
      names = "--tls-engine",
      paramLabel = "auto|boringssl|jdk",
      description = "What does the work of TLS; auto takes BoringSSL where it loads.")
  private String engine = AUTO;

  /**
   * The server's side of TLS, or null when it is not asked for.
   *
   * @throws UsageException if options are missing or a file can't be used, naming the option
   */
  @Nullable ServerTls load() {
    if (certificate == null || key == null) {
      require(certificate == null, "--tls-cert", "needs '--tls-key'", certificate);
      require(key == null, "--tls-key", "needs '--tls-cert'", key);
      require(clientAuthority == null, "--tls-client-ca", "needs '--tls-cert'", clientAuthority);
      return null;
    }
    requireTime("--tls-handshake-timeout", handshakeMax);
    requireTime("--tls-reload-interval", reloadInterval);
    try {
      return ServerTls.load(
          new TlsFiles(certificate, key, clientAuthority),
          new TlsTimes(handshakeMax, reloadInterval),
          engine());
    } catch (TlsFileException e) {
      throw new UsageException("'" + option(e.role()) + "' " + e.rule() + ", got: " + e.file());
    }
  }

  private TlsEngine engine() {
    if (AUTO.equals(engine)) {
      return TlsEngine.best();
    }
    TlsEngine chosen =
        Arrays.stream(TlsEngine.values())
            .filter(candidate -> candidate.name().equalsIgnoreCase(engine))
            .findFirst()
            .orElseThrow(() ->
                new UsageException(
                    "'--tls-engine' must be auto, boringssl or jdk, got: " + engine));
    chosen
        .unavailability()
        .ifPresent(cause -> {
          throw new UsageException(
              "'--tls-engine' " + engine + " is not available here: " + cause.getMessage());
        });
    return chosen;
  }

  private static String option(TlsFileRole role) {
    return switch (role) {
      case CERTIFICATE -> "--tls-cert";
      case KEY -> "--tls-key";
      case AUTHORITY -> "--tls-client-ca";
    };
  }

  private static void requireTime(String option, Duration time) {
    require(
        time.compareTo(Duration.ofMillis(1)) >= 0 && time.compareTo(TIME_MAX) <= 0,
        option,
        "must be between 1ms and 1h",
        Durations.format(time));
  }
}
