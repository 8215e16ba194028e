package dev.hubbub.bots.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningLineTest {
  @Test
  void the_port_the_transport_and_the_maximum_are_read() {
    assertThat(
            ListeningLine.parse(
                "Hubbub is listening on 127.0.0.1:40123 (epoll, 1 event loop, at most 19904"
                    + " connections)"))
        .hasValue(new ListeningLine(40_123, "epoll", 19_904));
  }

  @Test
  void an_address_of_ipv6_is_no_obstacle() {
    assertThat(
            ListeningLine.parse(
                "Hubbub is listening on [::1]:65432 (nio, 4 event loops, at most 9 connections)"))
        .hasValue(new ListeningLine(65_432, "nio", 9));
  }

  @Test
  void a_server_that_names_no_maximum_has_none() {
    assertThat(ListeningLine.parse("Hubbub is listening on 127.0.0.1:1 (nio, 4 event loops)"))
        .hasValue(new ListeningLine(1, "nio", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Hubbub", "Hubbub is listening on nothing", "OpenJDK warning: x:1"})
  void any_other_line_is_none(String line) {
    assertThat(ListeningLine.parse(line)).isEmpty();
  }
}
