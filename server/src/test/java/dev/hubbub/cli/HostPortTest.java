package dev.hubbub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:65432, 127.0.0.1, 65432",
    "chat.lan:1, chat.lan, 1",
    "[::1]:65535, ::1, 65535",
    "localhost:0, localhost, 0"
  })
  void a_place_is_read_and_written_the_same(String text, String host, int port) {
    HostPort place = HostPort.parse(text);

    assertThat(place).isEqualTo(new HostPort(host, port));
    assertThat(place).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "localhost:",
        ":65432",
        "localhost:65536",
        "localhost:-1",
        "a:b",
        "[]:1"
      })
  void what_is_no_place_is_named(String text) {
    assertThatThrownBy(() -> HostPort.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is no HOST:PORT");
  }

  @Test
  void an_ipv6_address_needs_brackets() {
    assertThatThrownBy(() -> HostPort.parse("::1:65432")).hasMessageContaining("brackets");
  }
}
