package dev.hubbub.server.wire;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  private static final Pattern SYNTAX = Pattern.compile("([0-9a-fA-F:.]+)(?:/([0-9]{1,3}))?");

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
    Matcher parts = SYNTAX.matcher(cidr);
    // A host name, or an address in a form of its own such as 10.1, would be looked up.
    byte @Nullable [] bytes =
        parts.matches() ? NetUtil.createByteArrayFromIpAddressString(parts.group(1)) : null;
    if (bytes == null) {
      throw noRange(cidr);
    }
    try {
      // An IPv4 address in an IPv6 one becomes what connections from there have.
      InetAddress address = InetAddress.getByAddress(bytes);
      int leadingBits = 8 * (bytes.length - address.getAddress().length);
      int length = parts.group(2) == null ? 8 * bytes.length : Integer.parseInt(parts.group(2));
      return new IpSubnetFilterRule(address, length - leadingBits, IpFilterRuleType.ACCEPT);
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw noRange(cidr);
    }
  }

  private static IllegalArgumentException noRange(String cidr) {
    return new IllegalArgumentException(
        "'" + cidr + "' is not an address range such as 10.0.0.0/8");
  }
}
