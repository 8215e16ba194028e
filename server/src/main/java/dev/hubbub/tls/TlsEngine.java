package dev.hubbub.tls;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslProvider;
import java.util.Optional;
import javax.net.ssl.SSLEngine;

/** Which implementation of TLS does the work. */
public enum TlsEngine {
  /** Native code, through netty-tcnative: takes a good deal less processor time. */
  BORINGSSL("BoringSSL", SslProvider.OPENSSL_REFCNT),
  /** The JDK's own, everywhere. */
  JDK("JDK", SslProvider.JDK);

  /** The versions that are spoken, by either engine. */
  static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final String text;
  private final SslProvider provider;

  TlsEngine(String text, SslProvider provider) {
    this.text = text;
    this.provider = provider;
  }

  /** BoringSSL where its native library loads, the JDK's elsewhere. */
  public static TlsEngine best() {
    return BORINGSSL.unavailability().isEmpty() ? BORINGSSL : JDK;
  }

  /** Why this one can't be used here; empty when it can. */
  public Optional<Throwable> unavailability() {
    return this == BORINGSSL
        ? Optional.ofNullable(OpenSsl.unavailabilityCause())
        : Optional.empty();
  }

  static TlsEngine of(SSLEngine engine) {
    return engine instanceof ReferenceCountedOpenSslEngine ? BORINGSSL : JDK;
  }

  SslProvider provider() {
    return provider;
  }

  /** As results and the listening line name it. */
  @Override
  public String toString() {
    return text;
  }
}
