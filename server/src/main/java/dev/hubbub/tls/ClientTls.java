package dev.hubbub.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * A client's side of TLS 1.3 and 1.2. The server must show a certificate that a trusted authority
 * signed and that names the host which was asked for (RFC 2818, section 3.1): a name must stand
 * among its DNS names, an address among its IP addresses. There is no way to leave that out.
 *
 * <p>Any thread may make handlers. Handlers outlive {@link #close}.
 */
public final class ClientTls implements AutoCloseable {
  private final SslContext context;
  private final Duration handshakeMax;
  private final @Nullable String commonName;

  private ClientTls(SslContext context, Duration handshakeMax, @Nullable String commonName) {
    this.context = context;
    this.handshakeMax = handshakeMax;
    this.commonName = commonName;
  }

  /**
   * Reads the certificates, for the best engine of this machine.
   *
   * @param handshakeMax how long a handshake may take
   * @throws TlsFileException if a file can't be used
   */
  public static ClientTls load(ClientTlsFiles files, Duration handshakeMax)
      throws TlsFileException {
    return load(files, handshakeMax, TlsEngine.best());
  }

  /**
   * Reads the certificates, for a certain engine.
   *
   * @param handshakeMax how long a handshake may take
   * @throws TlsFileException if a file can't be used
   */
  public static ClientTls load(ClientTlsFiles files, Duration handshakeMax, TlsEngine engine)
      throws TlsFileException {
    SslContextBuilder builder =
        SslContextBuilder.forClient()
            .sslProvider(engine.provider())
            .protocols(TlsEngine.PROTOCOLS)
            .endpointIdentificationAlgorithm("HTTPS");
    if (files.authority() != null) {
      builder.trustManager(PemFile.read(TlsFileRole.AUTHORITY, files.authority()).certificates());
    }
    String commonName = null;
    if (files.certificate() != null && files.key() != null) {
      Identity own =
          Identity.of(
              PemFile.read(TlsFileRole.CERTIFICATE, files.certificate()),
              PemFile.read(TlsFileRole.KEY, files.key()));
      builder.keyManager(own.key(), own.chain());
      commonName = PeerCertificate.commonName(own.certificate()).orElse(null);
    }
    try {
      return new ClientTls(builder.build(), handshakeMax, commonName);
    } catch (SSLException e) {
      throw new IllegalStateException(engine + " takes none of these certificates", e);
    }
  }

  /**
   * The common name in the certificate that this client shows: the username, at a server that asks
   * for certificates. Empty without one.
   */
  public Optional<String> commonName() {
    return Optional.ofNullable(commonName);
  }

  /**
   * The first handler of one new connection.
   *
   * @param host the server as it was asked for, a name or an address: the name is told to the
   *     server, and either must be in its certificate
   */
  public SslHandler newHandler(ByteBufAllocator allocator, String host, int port) {
    SslHandler handler = context.newHandler(allocator, host, port);
    handler.setHandshakeTimeout(handshakeMax.toNanos(), TimeUnit.NANOSECONDS);
    serverName(host).ifPresent(name -> tell(name, handler.engine()));
    return handler;
  }

  @Override
  public void close() {
    ReferenceCountUtil.release(context);
  }

  // Left to themselves, the engines don't tell a name without a dot.
  private static void tell(SNIHostName name, SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setServerNames(List.of(name));
    engine.setSSLParameters(parameters);
  }

  private static Optional<SNIHostName> serverName(String host) {
    if (NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SNIHostName(host));
    } catch (IllegalArgumentException e) {
      // A name that may stand in a hosts file and not in a handshake.
      return Optional.empty();
    }
  }
}
