package dev.hubbub.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {
  @ParameterizedTest
  @CsvSource({
    "127.8.9.1, true",
    "10.255.0.1, true",
    "172.31.0.1, true",
    "172.32.0.1, false",
    "192.168.7.7, true",
    "169.254.1.1, true",
    "::1, true",
    "fd12::1, true",
    "fe80::1, true",
    "8.8.8.8, false",
    "2001:db8::1, false",
    "::ffff:10.0.0.1, true",
    "::ffff:8.8.8.8, false"
  })
  void the_default_is_an_on_premise_network(String address, boolean allowed) {
    assertThat(AddressRanges.parse(AddressRanges.ON_PREMISE).contains(socket(address)))
        .isEqualTo(allowed);
  }

  @Test
  void an_address_without_a_length_is_that_address_alone() {
    AddressRanges ranges = AddressRanges.parse(List.of("10.0.0.1", "2001:db8::1"));

    assertThat(ranges.contains(socket("10.0.0.1"))).isTrue();
    assertThat(ranges.contains(socket("10.0.0.2"))).isFalse();
    assertThat(ranges.contains(socket("2001:db8::1"))).isTrue();
    assertThat(ranges.contains(socket("2001:db8::2"))).isFalse();
  }

  @Test
  void an_ipv4_range_inside_ipv6_is_the_ipv4_range() {
    AddressRanges ranges = AddressRanges.parse(List.of("::ffff:10.0.0.0/104"));

    assertThat(ranges.contains(socket("10.1.2.3"))).isTrue();
    assertThat(ranges.contains(socket("11.1.2.3"))).isFalse();
  }

  @Test
  void all_addresses_are_two_ranges() {
    AddressRanges all = AddressRanges.parse(List.of("0.0.0.0/0", "::/0"));

    assertThat(all.contains(socket("8.8.8.8"))).isTrue();
    assertThat(all.contains(socket("2001:db8::1"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/8/8",
        "10.1",
        "10",
        "1.2.3.4.5",
        "256.0.0.1",
        "localhost",
        "abc",
        "::1/129",
        ":::",
        "fe80::1%lo",
        "::ffff:10.0.0.0/95",
        " 10.0.0.0/8"
      })
  void anything_else_is_refused_and_never_looked_up(String cidr) {
    assertThatThrownBy(() -> AddressRanges.parse(List.of(cidr)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + cidr + "' is not an address range such as 10.0.0.0/8");
  }

  private static InetSocketAddress socket(String address) {
    try {
      byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
      return new InetSocketAddress(InetAddress.getByAddress(bytes), 1);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
