package dev.hubbub.bots.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class SourceAddressesTest {
  private final ConnectException noPort =
      new ConnectException("connect(..) failed with error(-99): Cannot assign requested address");

  @Test
  void the_kernel_chooses_at_first() throws Exception {
    assertThat(sources("127.0.0.1").current()).isNull();
  }

  @Test
  void on_loopback_the_next_address_is_taken_before_the_ports_of_one_get_scarce() throws Exception {
    SourceAddresses sources = sources("127.0.0.1");
    for (int connection = 0; connection < 10_000; connection++) {
      assertThat(sources.next()).isNull();
    }

    assertThat(sources.next()).isEqualTo(new InetSocketAddress("127.0.0.2", 0));
  }

  @Test
  void on_loopback_each_worker_has_addresses_of_its_own() throws Exception {
    SourceAddresses third = new SourceAddresses(InetAddress.getLoopbackAddress(), 2);

    assertThat(third.next()).isEqualTo(new InetSocketAddress("127.0.0.7", 0));
  }

  @Test
  void elsewhere_the_kernel_chooses_for_every_connection() throws Exception {
    SourceAddresses sources = new SourceAddresses(InetAddress.getByName("192.0.2.1"), 1);
    for (int connection = 0; connection < 30_000; connection++) {
      assertThat(sources.next()).isNull();
    }
  }

  @Test
  void on_loopback_the_next_address_is_taken_when_the_ports_run_out() throws Exception {
    SourceAddresses sources = sources("127.0.0.1");

    assertThat(sources.moveOn(noPort, null)).isTrue();
    assertThat(sources.current()).isEqualTo(new InetSocketAddress("127.0.0.2", 0));
    assertThat(sources.moveOn(new BindException("Address already in use"), sources.current()))
        .isTrue();
    assertThat(sources.current()).isEqualTo(new InetSocketAddress("127.0.0.3", 0));
  }

  @Test
  void many_failures_with_one_address_move_on_by_one() throws Exception {
    SourceAddresses sources = sources("127.0.0.1");

    assertThat(sources.moveOn(noPort, null)).isTrue();
    assertThat(sources.moveOn(noPort, null)).isTrue();
    assertThat(sources.current()).isEqualTo(new InetSocketAddress("127.0.0.2", 0));
  }

  @Test
  void the_addresses_end() throws Exception {
    SourceAddresses sources = sources("127.0.0.1");
    int moves = 0;
    while (sources.moveOn(noPort, sources.current())) {
      moves++;
    }

    assertThat(moves).isEqualTo(253);
    assertThat(sources.current()).isEqualTo(new InetSocketAddress("127.0.0.254", 0));
  }

  @Test
  void other_failures_are_no_reason_to_move_on() throws Exception {
    assertThat(sources("127.0.0.1").moveOn(new ConnectException("Connection refused"), null))
        .isFalse();
  }

  @Test
  void elsewhere_there_is_no_other_address() throws Exception {
    assertThat(sources("192.0.2.1").moveOn(noPort, null)).isFalse();
    assertThat(sources("::1").moveOn(noPort, null)).isFalse();
  }

  private static SourceAddresses sources(String server) throws Exception {
    return new SourceAddresses(InetAddress.getByName(server), 0);
  }
}
