package dev.hubbub.bots.chaos;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A server that answers wrongly: it passes everything on to a real one, and changes the lines that
 * come back.
 */
final class Meddler implements AutoCloseable {
  private final ServerSocket listener;
  private final int serverPort;
  private final Function<String, List<String>> change;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  /** Makes none, one or more lines of each line of the server. */
  Meddler(int serverPort, Function<String, List<String>> change) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.serverPort = serverPort;
    this.change = change;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    sockets.forEach(Meddler::close);
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> passOn(client, server));
        Thread.ofVirtual().start(() -> answer(server, client));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void passOn(Socket client, Socket server) {
    try {
      InputStream in = client.getInputStream();
      byte[] bytes = new byte[8_192];
      boolean taken = true;
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        taken = taken && isTaken(server, bytes, count);
      }
      server.shutdownOutput();
    } catch (IOException e) {
      // The client has reset its connection, or the server has ended.
      close(server);
    }
  }

  // What a server that has ended does not take any more is read nevertheless: to close with bytes
  // unread would reset the connection, and destroy its last answer on the way.
  private static boolean isTaken(Socket server, byte[] bytes, int count) {
    try {
      server.getOutputStream().write(bytes, 0, count);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void answer(Socket server, Socket client) {
    try {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
      OutputStream out = client.getOutputStream();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        for (String changed : change.apply(line)) {
          out.write((changed + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      client.shutdownOutput();
    } catch (IOException e) {
      close(server);
    }
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError("closing a socket failed", e);
    }
  }
}
