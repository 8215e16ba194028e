package dev.hubbub.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;

/** Which implementation of TLS this machine has. */
final class TlsProviders {
  /** The versions that are spoken. */
  static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private TlsProviders() {}

  static SslProvider best() {
    return OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK;
  }
}
