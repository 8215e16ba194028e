package dev.hubbub.client.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Stands between clients and a server and can cut the clients off while the server believes them
 * still there, as a network that goes away does.
 */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int serverPort;
  private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();
  private final Queue<Socket> servers = new ConcurrentLinkedQueue<>();

  CuttingProxy(int serverPort) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.serverPort = serverPort;
    Thread.ofPlatform().daemon().name("proxy").start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Cuts off the clients of this moment; the server doesn't notice. */
  void cut() throws IOException {
    for (Socket client = clients.poll(); client != null; client = clients.poll()) {
      client.close();
    }
  }

  /** Lets the server notice. */
  void reveal() throws IOException {
    servers.element().close();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : clients) {
      socket.close();
    }
    for (Socket socket : servers) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        clients.add(client);
        servers.add(server);
        Thread.ofPlatform().daemon().start(() -> pump(client, server));
        Thread.ofPlatform().daemon().start(() -> pump(server, client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  // A client that is cut off ends nothing at the server.
  private static void pump(Socket from, Socket to) {
    try (Socket source = from) {
      source.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Cut.
    }
  }
}
