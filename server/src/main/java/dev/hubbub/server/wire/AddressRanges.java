package dev.hubbub.server.wire;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetSocketAddress;
import java.util.List;

/** Ranges of source addresses, in CIDR notation. Immutable. */
public final class AddressRanges {
  /** Loopback, private, link-local and unique-local: what an on-premise server is for. */
  public static final List<String> ON_PREMISE =
      List.of(
          "127.0.0.0/8",
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "169.254.0.0/16",
          "::1/128",
          "fc00::/7",
          "fe80::/10");

  private final List<IpSubnetFilterRule> ranges;

  private AddressRanges(List<IpSubnetFilterRule> ranges) {
    this.ranges = ranges;
  }

  /**
   * Reads ranges such as {@code 10.0.0.0/8} or {@code fd00::/8}; an address without a length is
   * that address alone.
   *
   * @throws IllegalArgumentException naming the range that is none
   */
  public static AddressRanges parse(List<String> cidrs) {
    return new AddressRanges(cidrs.stream().map(AddressRanges::rule).toList());
  }

  /** Whether the address is in one of the ranges. */
  public boolean contains(InetSocketAddress address) {
    // Each rule answers for its own family only.
    return ranges.stream().anyMatch(range -> range.matches(address));
  }

  private static IpSubnetFilterRule rule(String cidr) {
    String[] parts = cidr.split("/", 2);
    try {
      int bits = parts[0].contains(":") ? 128 : 32;
      int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
      if (parts[0].isEmpty() || !parts[0].matches("[0-9a-fA-F:.]+")) {
        // A host name would be looked up on the network.
        throw new IllegalArgumentException("no address");
      }
      return new IpSubnetFilterRule(parts[0], prefix, IpFilterRuleType.ACCEPT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + cidr + "' is not an address range such as 10.0.0.0/8", e);
    }
  }
}
