package dev.hubbub.tls;

import io.netty.handler.ssl.SslHandler;

/**
 * What two sides agreed on.
 *
 * @param version of TLS, such as {@code TLSv1.3}
 * @param cipher suite, such as {@code TLS_AES_128_GCM_SHA256}
 * @param engine of this side: {@code BoringSSL} or {@code JDK}
 */
public record TlsSession(String version, String cipher, String engine) {
  /** Of a connection whose handshake is over. */
  public static TlsSession of(SslHandler handler) {
    var session = handler.engine().getSession();
    return new TlsSession(
        session.getProtocol(), session.getCipherSuite(), TlsEngine.of(handler.engine()).toString());
  }
}
