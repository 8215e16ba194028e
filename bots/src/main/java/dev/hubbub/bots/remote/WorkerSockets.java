package dev.hubbub.bots.remote;

import dev.hubbub.cli.HostPort;
import dev.hubbub.tls.BlockingTls;
import dev.hubbub.tls.TlsFileException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/** Makes the sockets between coordinator and worker host: plain, or with TLS. Immutable. */
public final class WorkerSockets {
  /** Without TLS. */
  public static final WorkerSockets PLAIN = new WorkerSockets(null);

  // A host that has vanished without a word is noticed within 5 + 3 × 3 s.
  private static final int KEEP_ALIVE_IDLE_SECONDS = 5;
  private static final int KEEP_ALIVE_INTERVAL_SECONDS = 3;
  private static final int KEEP_ALIVE_PROBES = 3;

  private final @Nullable SSLContext tls;

  private WorkerSockets(@Nullable SSLContext tls) {
    this.tls = tls;
  }

  /**
   * The worker's side of TLS.
   *
   * @param certificate chain, PEM
   * @param key its private key, PKCS#8, PEM
   * @throws TlsFileException if a file can't be used
   */
  public static WorkerSockets listening(Path certificate, Path key) throws TlsFileException {
    return new WorkerSockets(BlockingTls.server(certificate, key));
  }

  /**
   * The coordinator's side of TLS.
   *
   * @param authorities whose certificates are trusted, PEM
   * @throws TlsFileException if the file can't be used
   */
  public static WorkerSockets connecting(Path authorities) throws TlsFileException {
    return new WorkerSockets(BlockingTls.client(authorities));
  }

  /** An unbound listening socket. */
  ServerSocket listener() throws IOException {
    return tls == null ? new ServerSocket() : tls.getServerSocketFactory().createServerSocket();
  }

  /**
   * Connects to a worker host.
   *
   * @throws IOException if it can't be reached in time, or its certificate isn't its own or not
   *     trusted
   */
  Socket connect(HostPort to, Duration timeout) throws IOException {
    Socket socket = new Socket();
    try {
      InetSocketAddress address = new InetSocketAddress(to.host(), to.port());
      if (address.isUnresolved()) {
        throw new IOException("no such host: " + to.host());
      }
      socket.connect(address, Math.toIntExact(timeout.toMillis()));
      return keepAlive(tls == null ? socket : secured(socket, to, tls, timeout));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Lets the kernel notice that the other host has vanished. */
  static Socket keepAlive(Socket socket) throws IOException {
    socket.setKeepAlive(true);
    socket.setTcpNoDelay(true);
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
      socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_IDLE_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ALIVE_INTERVAL_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_ALIVE_PROBES);
    }
    return socket;
  }

  private static Socket secured(Socket plain, HostPort to, SSLContext tls, Duration timeout)
      throws IOException {
    SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(plain, to.host(), to.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    // The certificate must be the one of the host that was asked for.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
    socket.startHandshake();
    socket.setSoTimeout(0);
    return socket;
  }
}
