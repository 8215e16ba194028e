package dev.hubbub.gatling.simulation;

import static dev.hubbub.cli.UsageException.require;

import dev.hubbub.cli.UsageException;
import dev.hubbub.tls.ClientTls;
import dev.hubbub.tls.ClientTlsFiles;
import dev.hubbub.tls.TlsFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code -Dtls=true}, {@code -DtlsCa}, {@code -DtlsCert} and {@code -DtlsKey}; any asks for TLS.
 */
final class TlsParameters {
  private static final Duration HANDSHAKE_MAX = Duration.ofSeconds(5);

  private TlsParameters() {}

  /**
   * The client's side of TLS, or null for plain TCP.
   *
   * @throws UsageException if a file can't be used, naming the property and the value
   */
  static @Nullable ClientTls load() {
    String tls = Parameters.text("tls", "false");
    require(tls.equals("true") || tls.equals("false"), "-Dtls", "must be true or false", tls);
    Path authority = file("tlsCa");
    Path certificate = file("tlsCert");
    Path key = file("tlsKey");
    if (!tls.equals("true") && authority == null && certificate == null && key == null) {
      return null;
    }
    require(certificate == null || key != null, "-DtlsCert", "needs '-DtlsKey'", certificate);
    require(key == null || certificate != null, "-DtlsKey", "needs '-DtlsCert'", key);
    try {
      return ClientTls.load(new ClientTlsFiles(authority, certificate, key), HANDSHAKE_MAX);
    } catch (TlsFileException e) {
      String property =
          switch (e.role()) {
            case AUTHORITY -> "-DtlsCa";
            case CERTIFICATE -> "-DtlsCert";
            case KEY -> "-DtlsKey";
          };
      throw new UsageException("'" + property + "' " + e.rule() + ", got: " + e.file());
    }
  }

  private static @Nullable Path file(String property) {
    String text = System.getProperty(property);
    return text == null ? null : Path.of(text);
  }
}
