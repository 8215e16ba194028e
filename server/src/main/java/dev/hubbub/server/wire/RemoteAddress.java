package dev.hubbub.server.wire;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/** The address of a peer as messages carry it. */
final class RemoteAddress {
  private RemoteAddress() {}

  /**
   * The peer's address without port and zone; {@code 0.0.0.0} for a channel that has no internet
   * address.
   */
  static String of(Channel channel) {
    if (channel.remoteAddress() instanceof InetSocketAddress address && !address.isUnresolved()) {
      String text = address.getAddress().getHostAddress();
      int zone = text.indexOf('%');
      return zone < 0 ? text : text.substring(0, zone);
    }
    return "0.0.0.0";
  }
}
