package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The row "source addresses", on real sockets. */
class AllowedAddressesContractTest {
  @RegisterExtension
  final ServerFixture server = ServerFixture.with("--allow", "10.0.0.0/8,127.0.0.2");

  @Test
  void another_address_is_closed_without_a_word_and_counted() {
    server.connect().readUntilGone();

    assertThat(server.count("hubbub.connections", "outcome", "forbidden")).isEqualTo(1);
    assertThat(server.count("hubbub.connections", "outcome", "accepted")).isZero();
  }

  @Test
  void an_allowed_address_comes_in() {
    server.connectFrom("127.0.0.2").join("alice").expectNothing();
  }
}
