package dev.hubbub.bots.remote;

import dev.hubbub.cli.HostPort;
import dev.hubbub.cli.Version;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * A coordinator's connection to one worker on another host.
 *
 * @param host what it says of itself
 * @param lines commands out, events in
 */
public record WorkerConnection(HostDescription host, LineSocket lines) {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(10);

  /**
   * Borrows a worker.
   *
   * @throws IOException if the host can't be reached, doesn't know the token, refuses, or runs
   *     another version, naming the address
   */
  public static WorkerConnection open(HostPort at, WorkerSockets sockets, SharedToken token)
      throws IOException {
    try {
      Socket socket = sockets.connect(at, CONNECT_MAX);
      try {
        LineSocket lines = new LineSocket(socket);
        HostDescription host = Introduction.ask(lines, token);
        requireOwnVersion(host);
        return new WorkerConnection(host, lines);
      } catch (IOException e) {
        socket.close();
        throw e;
      }
    } catch (IOException e) {
      throw new IOException("worker host " + at + ": " + e.getMessage(), e);
    }
  }

  private static void requireOwnVersion(HostDescription host) throws IOException {
    if (!host.hubbub().equals(Version.current())) {
      throw new IOException(
          "it runs Hubbub " + host.hubbub() + ", and this is " + Version.current());
    }
  }
}
