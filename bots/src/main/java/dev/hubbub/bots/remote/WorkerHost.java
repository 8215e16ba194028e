package dev.hubbub.bots.remote;

import dev.hubbub.cli.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Lends workers of this machine to coordinators elsewhere: each connection with the right token
 * gets a worker process of its own, which ends with the connection.
 *
 * <p>One thread listens; every connection has virtual threads of its own.
 */
public final class WorkerHost implements AutoCloseable {
  /** Connections that have not shown yet that they know the token. */
  private static final int STRANGERS_MAX = 16;

  private final ServerSocket listener;
  private final SharedToken token;
  private final Semaphore workers;
  private final Semaphore strangers = new Semaphore(STRANGERS_MAX);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Consumer<String> log;
  private final int workersMax;
  private final Thread thread =
      Thread.ofPlatform().name("hubbub-worker-host").unstarted(this::listen);

  private WorkerHost(
      ServerSocket listener, SharedToken token, int workersMax, Consumer<String> log) {
    this.listener = listener;
    this.token = token;
    this.workersMax = workersMax;
    this.workers = new Semaphore(workersMax);
    this.log = log;
  }

  /**
   * Listens, and lends from now on.
   *
   * @param sockets makes the listening socket, plain or with TLS
   * @param workersMax worker processes at the same time
   * @param log gets a line for each event
   * @throws IOException if the address can't be listened on
   */
  public static WorkerHost start(
      HostPort at, WorkerSockets sockets, SharedToken token, int workersMax, Consumer<String> log)
      throws IOException {
    ServerSocket listener = sockets.listener();
    try {
      listener.setReuseAddress(true);
      InetSocketAddress address = new InetSocketAddress(at.host(), at.port());
      if (address.isUnresolved()) {
        throw new IOException("no such host: " + at.host());
      }
      listener.bind(address);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    WorkerHost host = new WorkerHost(listener, token, workersMax, log);
    host.thread.start();
    return host;
  }

  /** Where it listens, with the real port. */
  public HostPort address() {
    return new HostPort(listener.getInetAddress().getHostAddress(), listener.getLocalPort());
  }

  /** Waits until it is closed. */
  public void awaitClosed() throws InterruptedException {
    thread.join();
  }

  /** Ends all workers, and lends no more. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        if (strangers.tryAcquire()) {
          open.add(socket);
          Thread.ofVirtual().name("hubbub-coordinator").start(() -> serve(socket));
        } else {
          socket.close();
        }
      } catch (SocketException e) {
        if (!listener.isClosed()) {
          log.accept("can't accept a connection: " + e.getMessage());
        }
      } catch (IOException e) {
        log.accept("a connection failed: " + e.getMessage());
      }
    }
  }

  private void serve(Socket socket) {
    String peer = String.valueOf(socket.getRemoteSocketAddress());
    try (socket) {
      LineSocket lines = new LineSocket(WorkerSockets.keepAlive(socket));
      String welcome;
      try {
        welcome = Introduction.admit(lines, token, HostDescription.ofThisMachine());
      } finally {
        strangers.release();
      }
      if (!workers.tryAcquire()) {
        Introduction.refuse(lines, "all " + workersMax + " workers of this host are lent");
        log.accept(peer + " got no worker: all " + workersMax + " are lent");
        return;
      }
      try {
        lend(lines, welcome, peer);
      } finally {
        workers.release();
      }
    } catch (IOException e) {
      log.accept(peer + ": " + e.getMessage());
    } finally {
      open.remove(socket);
    }
  }

  private void lend(LineSocket lines, String welcome, String peer) throws IOException {
    try (LentWorker worker = LentWorker.start(lines)) {
      log.accept(peer + " has got worker process " + worker.pid());
      lines.write(welcome);
      worker.passCommands();
      log.accept(peer + " has given worker process " + worker.pid() + " back");
    }
  }
}
