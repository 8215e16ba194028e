package dev.hubbub.bots.engine;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The local addresses that connections come from. The kernel chooses until it has no port left for
 * the server's address; where this is a loopback address, every 127.0.0.K has ports of its own.
 */
final class SourceAddresses {
  private static final int LAST = 254;

  private final boolean loopback;
  private int last = 1;

  SourceAddresses(InetAddress server) {
    // Only IPv4 has more than one.
    this.loopback = server.isLoopbackAddress() && server.getAddress().length == 4;
  }

  /** Where to connect from, or null for the kernel's choice. */
  @Nullable InetSocketAddress current() {
    return last == 1 ? null : new InetSocketAddress(address(last), 0);
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
