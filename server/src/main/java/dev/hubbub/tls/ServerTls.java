package dev.hubbub.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server's side of TLS 1.3 and 1.2. Its certificates can be exchanged while it runs: connections
 * that are open keep theirs, new ones get the new.
 */
public final class ServerTls {
  private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);

  private final TlsFiles files;
  private final Duration handshakeMax;
  private volatile Loaded loaded;

  private ServerTls(TlsFiles files, Duration handshakeMax, Loaded loaded) {
    this.files = files;
    this.handshakeMax = handshakeMax;
    this.loaded = loaded;
  }

  /**
   * Reads the certificates.
   *
   * @param handshakeMax how long a handshake may take
   * @throws IOException if a file can't be read or holds something else
   */
  public static ServerTls load(TlsFiles files, Duration handshakeMax) throws IOException {
    return new ServerTls(files, handshakeMax, read(files));
  }

  /** Which implementation it is, and whether clients need certificates, for a log. */
  public String describe() {
    return TlsEngine.best() + (requiresClientCertificate() ? ", client certificates" : "");
  }

  /** Whether clients must have a certificate, whose common name is then their username. */
  public boolean requiresClientCertificate() {
    return files.clientAuthority() != null;
  }

  /** The handler of one new connection. */
  public SslHandler newHandler(ByteBufAllocator allocator) {
    SslHandler handler = loaded.context().newHandler(allocator);
    handler.setHandshakeTimeout(handshakeMax.toNanos(), TimeUnit.NANOSECONDS);
    return handler;
  }

  /**
   * Reads the certificates anew if a file has changed; when that fails, the old ones stay in use.
   * Blocks.
   */
  public void reloadIfChanged() {
    try {
      if (!files.stamps().equals(loaded.stamps())) {
        loaded = read(files);
        LOG.atInfo().addKeyValue("file", files.certificate()).log("TLS certificates were reloaded");
      }
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("reason", e.getMessage())
          .log("TLS certificates could not be reloaded, the old ones stay");
    }
  }

  private static Loaded read(TlsFiles files) throws IOException {
    // Looked at before they are read: a change in between is then seen the next time.
    List<String> stamps = files.stamps();
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(files.certificate().toFile(), files.key().toFile())
              .sslProvider(TlsEngine.best().provider())
              .protocols(TlsEngine.PROTOCOLS);
      if (files.clientAuthority() != null) {
        File authority = files.clientAuthority().toFile();
        builder.trustManager(authority).clientAuth(ClientAuth.REQUIRE);
      }
      return new Loaded(builder.build(), stamps);
    } catch (IllegalArgumentException e) {
      // Says which file holds no valid certificate or key.
      throw new IOException(e.getMessage(), e);
    }
  }

  private record Loaded(SslContext context, List<String> stamps) {}
}
