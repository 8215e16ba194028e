package dev.hubbub.tls;

import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * TLS 1.3 and 1.2 for blocking sockets, from the same files and with the same checks as elsewhere,
 * by the JDK's engine. Any thread may call.
 */
public final class BlockingTls {
  private BlockingTls() {}

  /**
   * The side that listens.
   *
   * @param certificate chain, PEM
   * @param key its private key, PKCS#8, PEM
   * @throws TlsFileException if a file can't be used
   */
  public static SSLContext server(Path certificate, Path key) throws TlsFileException {
    Identity own =
        Identity.of(
            PemFile.read(TlsFileRole.CERTIFICATE, certificate), PemFile.read(TlsFileRole.KEY, key));
    return context(SslContextBuilder.forServer(own.key(), own.chain()));
  }

  /**
   * The side that connects.
   *
   * @param authorities whose certificates are trusted, PEM
   * @throws TlsFileException if the file can't be used
   */
  public static SSLContext client(Path authorities) throws TlsFileException {
    return context(
        SslContextBuilder.forClient()
            .trustManager(PemFile.read(TlsFileRole.AUTHORITY, authorities).certificates()));
  }

  private static SSLContext context(SslContextBuilder builder) {
    try {
      builder.sslProvider(SslProvider.JDK).protocols(TlsEngine.PROTOCOLS);
      return ((JdkSslContext) builder.build()).context();
    } catch (SSLException e) {
      throw new IllegalStateException("the JDK takes none of these certificates", e);
    }
  }
}
