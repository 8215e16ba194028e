package dev.hubbub.bots.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.cli.HostPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerSpecTest {
  @Test
  void a_peer_is_a_kind_and_a_place() {
    assertThat(PeerSpec.parse("irc=127.0.0.1:6667"))
        .isEqualTo(new PeerSpec(Protocol.IRC, new HostPort("127.0.0.1", 6_667), null));
    assertThat(PeerSpec.parse("nats=[::1]:4222,pid=4711"))
        .isEqualTo(new PeerSpec(Protocol.NATS, new HostPort("::1", 4_222), 4_711L));
    assertThat(PeerSpec.parse("echo=localhost:7"))
        .isEqualTo(new PeerSpec(Protocol.ECHO, new HostPort("localhost", 7), null));
  }

  @Test
  void an_echo_without_a_place_is_started() {
    assertThat(PeerSpec.parse("echo")).isEqualTo(new PeerSpec(Protocol.ECHO, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo", "irc=127.0.0.1:6667", "nats=[::1]:4222,pid=4711"})
  void it_is_written_as_it_is_read(String text) {
    assertThat(PeerSpec.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "irc",
        "hubbub=a:1",
        "server",
        "smtp=a:25",
        "irc=a",
        "irc=a:1,pid=x",
        "nats=:1"
      })
  void anything_else_is_refused_and_named(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PeerSpec.parse(text))
        .withMessageStartingWith("'");
  }
}
