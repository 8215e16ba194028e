package dev.hubbub.server;

import dev.hubbub.server.testing.TestAuthority;
import dev.hubbub.server.testing.TestCertificate;
import dev.hubbub.server.testing.TestClient;
import dev.hubbub.tls.TlsEngine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** A real server with TLS in this process, and clients of the JDK's own TLS. */
final class TlsServer implements AutoCloseable {
  private final TestAuthority authority;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ConcurrentLinkedQueue<TestClient> clients = new ConcurrentLinkedQueue<>();
  private final ChatServer server;

  private TlsServer(TestAuthority authority, List<String> options) throws IOException {
    this.authority = authority;
    this.server = ChatServer.start(ServerFixture.config(options.toArray(String[]::new)), meters);
  }

  /** Starts one with a certificate of that authority. */
  static TlsServer start(TestAuthority authority, TlsEngine engine, String... options)
      throws IOException {
    return start(authority, authority.server("chat"), engine, options);
  }

  /** Starts one with that certificate, whose clients trust that authority. */
  static TlsServer start(
      TestAuthority authority, TestCertificate certificate, TlsEngine engine, String... options)
      throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--host=127.0.0.1",
                "--port=0",
                "--event-loops=2",
                "--tls-cert=" + certificate.chain(),
                "--tls-key=" + certificate.key(),
                "--tls-engine=" + engine.name().toLowerCase(Locale.ROOT)));
    all.addAll(List.of(options));
    return new TlsServer(authority, all);
  }

  int port() {
    return server.address().getPort();
  }

  /** What a counter of handshakes says. */
  double handshakes(String outcome) {
    return meters.get("hubbub.tls.handshakes").tag("outcome", outcome).counter().count();
  }

  /** A client without TLS. */
  TestClient connectPlainly() {
    return closedLater(TestClient.connect(port()));
  }

  /** A client of that version of TLS, and without a name. */
  TestClient connect(String version) {
    return connect(socket(context(null), version));
  }

  /** A client without a name. */
  TestClient connect() {
    return connect("TLSv1.3");
  }

  /** A client on that socket. */
  TestClient connect(SSLSocket socket) {
    return closedLater(TestClient.connect(port(), socket));
  }

  /** A client with a certificate. */
  TestClient connect(TestCertificate certificate) {
    return connect(socket(context(certificate), "TLSv1.3"));
  }

  /** TLS over a connection that can be cut below it. */
  TestClient connectOver(Socket plain) {
    try {
      SSLSocket socket =
          (SSLSocket)
              context(null).getSocketFactory().createSocket(plain, "localhost", port(), true);
      return closedLater(new TestClient(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What clients share who trust the authority and show that certificate. */
  SSLContext context(@Nullable TestCertificate certificate) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager[] keys =
          certificate == null ? null : certificate.bundle().toKeyManagerFactory().getKeyManagers();
      context.init(keys, new TrustManager[] {authority.root().toTrustManager()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A socket that is not connected yet. */
  static SSLSocket socket(SSLContext context, String version) {
    try {
      SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
      socket.setEnabledProtocols(new String[] {version});
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops the server; its clients see it end. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    clients.forEach(TlsServer::closeQuietly);
    server.close();
  }

  // What a client of TLS says at its end fails where the server has gone before it.
  private static void closeQuietly(TestClient client) {
    try {
      client.close();
    } catch (UncheckedIOException e) {
      // It is closed all the same.
    }
  }

  private TestClient closedLater(TestClient client) {
    clients.add(client);
    return client;
  }
}
