package dev.hubbub.bots.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The local addresses that connections come from. Where the server's address is a loopback address,
 * every 127.0.0.K has ports of its own: the next one is taken well before the ports of one run out,
 * because connecting takes the kernel a search of milliseconds once half of them are in use.
 * Elsewhere the kernel chooses.
 */
final class SourceAddresses {
  private static final int LAST = 254;

  // Under half of the 28,232 ports that Linux has by default.
  private static final int CONNECTIONS_PER_ADDRESS = 10_000;

  // What a worker needs for as many users as it may open files, and one more.
  private static final int ADDRESSES_PER_WORKER = 3;
  private static final int WORKERS_APART = 80;

  private final boolean loopback;
  private int last;
  private int connections;

  /**
   * The addresses of one worker. Each begins with others, as long as there are others: a port that
   * is bound is bound for all processes, and searching for a free one takes the kernel longer the
   * more of them are taken.
   */
  SourceAddresses(InetAddress server, int worker) {
    this.last = 1 + ADDRESSES_PER_WORKER * (worker % WORKERS_APART);
    // Only IPv4 has more than one.
    this.loopback = server.isLoopbackAddress() && server.getAddress().length == 4;
  }

  /** Where the next connection comes from, or null for the kernel's choice. */
  @Nullable InetSocketAddress next() {
    if (loopback && connections == CONNECTIONS_PER_ADDRESS && last < LAST) {
      last++;
      connections = 0;
    }
    connections++;
    return current();
  }

  /** Where the last connection came from, or null for the kernel's choice. */
  @Nullable InetSocketAddress current() {
    return !loopback || last == 1 ? null : new InetSocketAddress(address(last), 0);
  }

  /**
   * Goes on to the next address after a failure, if it helps.
   *
   * @param used what {@link #current()} was at the failed attempt
   */
  boolean moveOn(Throwable failure, @Nullable InetSocketAddress used) {
    if (!loopback || !isOutOfPorts(failure)) {
      return false;
    }
    InetSocketAddress now = current();
    boolean movedAlready = now != null && !now.equals(used);
    if (!movedAlready && last < LAST) {
      last++;
      connections = 0;
      return true;
    }
    return movedAlready;
  }

  private static boolean isOutOfPorts(Throwable failure) {
    String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("cannot assign requested address")
        || text.contains("address already in use");
  }

  private static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }
}
