package dev.hubbub.tls;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.ReferenceCountUtil;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * What a server shows from one reading of its files to the next.
 *
 * @param files as they were read
 * @param context for the connections
 * @param start first moment at which the certificate is valid
 * @param end last moment
 */
record ServerCertificate(List<PemFile> files, SslContext context, Instant start, Instant end) {
  /**
   * Makes it from the files: certificate, key, and the clients' authority if there is one.
   *
   * @throws TlsFileException if one of them can't be used
   */
  static ServerCertificate of(List<PemFile> files, TlsEngine engine) throws TlsFileException {
    Identity identity = Identity.of(files.get(0), files.get(1));
    SslContextBuilder builder =
        SslContextBuilder.forServer(identity.key(), identity.chain())
            .sslProvider(engine.provider())
            .protocols(TlsEngine.PROTOCOLS);
    if (files.size() > 2) {
      builder.trustManager(files.get(2).certificates()).clientAuth(ClientAuth.REQUIRE);
    }
    try {
      return new ServerCertificate(
          files,
          builder.build(),
          identity.certificate().getNotBefore().toInstant(),
          identity.certificate().getNotAfter().toInstant());
    } catch (SSLException e) {
      throw new TlsFileException(
          TlsFileRole.CERTIFICATE,
          files.getFirst().file(),
          "must be of a kind that " + engine + " takes (" + e.getMessage() + ")");
    }
  }

  /** Whether a client would take it now. */
  boolean isValidAt(Instant now) {
    return !now.isBefore(start) && !now.isAfter(end);
  }

  /** Gives back what the engine holds; connections that are open keep their share. */
  void release() {
    ReferenceCountUtil.release(context);
  }
}
