package dev.hubbub.bots.remote;

import dev.hubbub.cli.HostPort;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that a coordinator borrows its workers from.
 *
 * @param addresses of the hosts; empty when the workers are processes of this machine
 * @param sockets plain, or with TLS
 * @param token that the hosts know too; null only when there are none
 */
public record WorkerHosts(
    List<HostPort> addresses, WorkerSockets sockets, @Nullable SharedToken token) {
  /** Workers are processes of this machine. */
  public static final WorkerHosts NONE = new WorkerHosts(List.of(), WorkerSockets.PLAIN, null);

  /** Takes a copy of the list. */
  public WorkerHosts {
    addresses = List.copyOf(addresses);
    if (!addresses.isEmpty() && token == null) {
      throw new IllegalArgumentException("worker hosts need a token");
    }
  }

  /** Whether workers are processes of this machine. */
  public boolean isEmpty() {
    return addresses.isEmpty();
  }

  /** The host of the worker of that number; they take turns. */
  public HostPort of(int worker) {
    return addresses.get(worker % addresses.size());
  }

  /**
   * Borrows the worker of that number.
   *
   * @throws IOException as {@link WorkerConnection#open} does
   */
  public WorkerConnection borrow(int worker) throws IOException {
    return WorkerConnection.open(of(worker), sockets, Objects.requireNonNull(token));
  }
}
