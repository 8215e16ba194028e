package dev.hubbub.tls;

import dev.hubbub.server.testing.TestAuthority;
import dev.hubbub.server.testing.TestCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** A server of the JDK's that does one handshake and tells what the client showed. */
final class JdkTlsServer implements AutoCloseable {
  private final SSLServerSocket listener;
  private final CompletableFuture<SSLSession> session = new CompletableFuture<>();

  JdkTlsServer(TestCertificate certificate, TestAuthority clients) {
    this(certificate, clients, "TLSv1.3");
  }

  JdkTlsServer(TestCertificate certificate, TestAuthority clients, String version) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          certificate.bundle().toKeyManagerFactory().getKeyManagers(),
          new TrustManager[] {clients.root().toTrustManager()},
          null);
      listener =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
      listener.setWantClientAuth(true);
      listener.setEnabledProtocols(new String[] {version});
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return listener.getLocalPort();
  }

  SSLSession session() {
    try {
      return session.get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Names that the client asked for. */
  List<String> namesAskedFor() {
    List<SNIServerName> names = ((ExtendedSSLSession) session()).getRequestedServerNames();
    return names.stream().map(name -> ((SNIHostName) name).getAsciiName()).toList();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    try (SSLSocket socket = (SSLSocket) listener.accept()) {
      socket.startHandshake();
      session.complete(socket.getSession());
      socket.getInputStream().read();
    } catch (IOException e) {
      session.completeExceptionally(e);
    }
  }
}
