package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that don't say who they are, on real sockets; the default of 10 s has a frozen clock. */
class RegistrationTimeoutContractTest {
  @RegisterExtension
  final ServerFixture server =
      ServerFixture.with("--registration-timeout", "1s", "--registration-grace", "5s");

  @Test
  void a_client_that_sends_nothing_is_told_and_closed() {
    assertThat(server.connect().readToEnd())
        .containsExactly(
            new Received(
                "SERVER", "0.0.0.0", "Guest", "⛔ Error: No username received within 1 s."));
  }

  @Test
  void a_client_that_sends_a_part_of_a_name_is_told_and_closed() {
    assertThat(server.connect().send("ali").readToEnd())
        .extracting(Received::msg)
        .containsExactly("⛔ Error: No username received within 1 s.");
  }

  @Test
  void a_registered_user_stays() {
    var alice = server.join("alice");
    assertThat(server.connect().readToEnd()).hasSize(1);

    alice.expectNothing();
  }
}
