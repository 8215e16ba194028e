package dev.hubbub.server.wire;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** The address of a peer. */
final class RemoteAddress {
  private RemoteAddress() {}

  /**
   * The peer's address without port and zone; {@code 0.0.0.0} for a channel that has no internet
   * address.
   */
  static String of(Channel channel) {
    InetSocketAddress address = plain(channel);
    return address == null ? "0.0.0.0" : address.getAddress().getHostAddress();
  }

  /**
   * The peer's address, the same for the same peer whatever socket it came in by: without a zone,
   * and IPv4 where it is an IPv4 address inside an IPv6 one. Null for a channel that has no
   * internet address.
   */
  static @Nullable InetSocketAddress plain(Channel channel) {
    if (!(channel.remoteAddress() instanceof InetSocketAddress address) || address.isUnresolved()) {
      return null;
    }
    try {
      byte[] bytes = address.getAddress().getAddress();
      return new InetSocketAddress(InetAddress.getByAddress(bytes), address.getPort());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of an impossible length", e);
    }
  }
}
