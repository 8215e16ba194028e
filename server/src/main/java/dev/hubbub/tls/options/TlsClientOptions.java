package dev.hubbub.tls.options;

import static dev.hubbub.cli.UsageException.require;

import dev.hubbub.cli.UsageException;
import dev.hubbub.tls.ClientTls;
import dev.hubbub.tls.ClientTlsFiles;
import dev.hubbub.tls.TlsFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for TLS of every command that connects to a server. */
public final class TlsClientOptions {
  @Option(names = "--tls", description = "Speak TLS. The other options for TLS imply it.")
  private boolean tls;

  @Option(
      names = "--tls-ca",
      paramLabel = "FILE",
      description =
          "Certificates of those who may have signed the server's, PEM; a server's own where it"
              + " signed itself. Default: whom the JDK trusts.")
  private @Nullable Path authority;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "Certificate chain to show to a server that asks for one, PEM.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "Private key of that certificate: PKCS#8, PEM, not encrypted.")
  private @Nullable Path key;

  /** Whether TLS is asked for. */
  public boolean isEnabled() {
    return tls || authority != null || certificate != null || key != null;
  }

  /**
   * The files, each of which was read and found good; null for plain TCP.
   *
   * @throws UsageException if one is missing or can't be used, naming the option and the value
   */
  public @Nullable ClientTlsFiles files() {
    if (!isEnabled()) {
      return null;
    }
    require(certificate == null || key != null, "--tls-cert", "needs '--tls-key'", certificate);
    require(key == null || certificate != null, "--tls-key", "needs '--tls-cert'", key);
    load(new ClientTlsFiles(authority, certificate, key), Duration.ZERO).close();
    return new ClientTlsFiles(absolute(authority), absolute(certificate), absolute(key));
  }

  /**
   * The client's side of TLS, which the caller closes; null for plain TCP.
   *
   * @param handshakeMax how long a handshake may take
   * @throws UsageException if a file is missing or can't be used, naming the option and the value
   */
  public @Nullable ClientTls load(Duration handshakeMax) {
    ClientTlsFiles files = files();
    return files == null ? null : load(files, handshakeMax);
  }

  // Other processes are told of them, which may work in another folder.
  private static @Nullable Path absolute(@Nullable Path file) {
    return file == null ? null : file.toAbsolutePath();
  }

  private static ClientTls load(ClientTlsFiles files, Duration handshakeMax) {
    try {
      return ClientTls.load(files, handshakeMax);
    } catch (TlsFileException e) {
      String option =
          switch (e.role()) {
            case AUTHORITY -> "--tls-ca";
            case CERTIFICATE -> "--tls-cert";
            case KEY -> "--tls-key";
          };
      throw new UsageException("'" + option + "' " + e.rule() + ", got: " + e.file());
    }
  }
}
