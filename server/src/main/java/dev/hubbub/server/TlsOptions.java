package dev.hubbub.server;

import static dev.hubbub.cli.UsageException.require;

import dev.hubbub.cli.Durations;
import dev.hubbub.cli.UsageException;
import dev.hubbub.tls.ServerTls;
import dev.hubbub.tls.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for TLS. */
final class TlsOptions {
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

  /**
   * The server's side of TLS, or null when it is not asked for.
   *
   * @throws UsageException if options are missing or a file can't be used, naming the option
   */
  @Nullable ServerTls load() {
    if (certificate == null || key == null) {
      require(certificate == null, "--tls-cert", "needs --tls-key", certificate);
      require(key == null, "--tls-key", "needs --tls-cert", key);
      require(clientAuthority == null, "--tls-client-ca", "needs --tls-cert", clientAuthority);
      return null;
    }
    requireReadable("--tls-cert", certificate);
    requireReadable("--tls-key", key);
    if (clientAuthority != null) {
      requireReadable("--tls-client-ca", clientAuthority);
    }
    try {
      return ServerTls.load(new TlsFiles(certificate, key, clientAuthority), handshakeMax);
    } catch (IOException e) {
      throw new UsageException("'--tls-cert', '--tls-key', '--tls-client-ca': " + e.getMessage());
    }
  }

  private static void requireReadable(String option, Path file) {
    require(Files.isReadable(file), option, "must be a file that can be read", file);
  }
}
