package dev.hubbub.bots.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each line of a server is told as. */
class InboundTest {
  private static final LoadPayload PAYLOAD = new LoadPayload("run12345", 7, 24);
  private static final String HUBBUB_WELCOME = hubbub("SERVER", "0.0.0.0", "Welcome me!");
  private static final String IRC_WELCOME = ":irc.test 001 me :Welcome\r\n";
  private static final String NATS_WELCOME = "INFO {}\r\nPONG\r\n";

  static Stream<Arguments> handshakes() {
    return Stream.of(
        of(Protocol.HUBBUB, server("⛔ Error: Server full."), "full: ⛔ Error: Server full."),
        of(Protocol.HUBBUB, server("Error: no"), "rejected: Error: no"),
        of(Protocol.ECHO, "you\n", "rejected: other bytes came back than were sent"),
        of(
            Protocol.IRC,
            ":irc.test 433 * me :Nickname is in use\r\n",
            "rejected: :irc.test 433 * me :Nickname is in use"),
        of(
            Protocol.IRC,
            "ERROR :Closing link: (bot@127.0.0.1) [No more connections allowed]\r\n",
            "full: ERROR :Closing link: (bot@127.0.0.1) [No more connections allowed]"),
        of(Protocol.IRC, "PING :cookie\r\n", "answer PONG :cookie"),
        of(
            Protocol.NATS,
            "INFO {}\r\n-ERR 'maximum connections exceeded'\r\n",
            "full: -ERR 'maximum connections exceeded'"),
        of(Protocol.NATS, "-ERR 'no'\r\n", "rejected: -ERR 'no'"),
        of(Protocol.NATS, "HTTP/1.1 400 Bad Request\r\n", "fatal: an unknown line"));
  }

  @ParameterizedTest
  @MethodSource("handshakes")
  void a_handshake_that_fails_says_why(Protocol protocol, String received, String told) {
    assertThat(hear(protocol, received)).containsExactly(told);
  }

  static Stream<Arguments> lines() {
    return Stream.of(
        of(
            Protocol.HUBBUB,
            HUBBUB_WELCOME + server("❌ Error: User 'you' is not available."),
            "unavailable you"),
        of(Protocol.HUBBUB, HUBBUB_WELCOME + server("Server time: 1"), "reply Server time: 1"),
        of(Protocol.HUBBUB, HUBBUB_WELCOME + hubbub("you", "::1", "hi"), "chat of you"),
        of(Protocol.ECHO, "me\n" + hubbub("me", "::1", "hi"), "chat of me"),
        of(Protocol.IRC, IRC_WELCOME + ":irc.test 401 me you :No such nick\r\n", "unavailable you"),
        of(
            Protocol.IRC,
            IRC_WELCOME + ":irc.test 412 me :No text\r\n",
            "reply :irc.test 412 me :No text"),
        of(Protocol.IRC, IRC_WELCOME + ":you!b@h PRIVMSG me :hi there\r\n", "chat of you"),
        of(Protocol.IRC, IRC_WELCOME + ":you!b@h PRIVMSG else :run1234507000000000009dx\n", "7/9"),
        of(Protocol.IRC, IRC_WELCOME + "x".repeat(16_385), "fatal: a line over 16384 bytes"),
        of(Protocol.NATS, NATS_WELCOME + "MSG me 1 2\r\nhi\r\n", "chat of me"),
        of(Protocol.NATS, NATS_WELCOME + "+OK\r\n-ERR 'slow'\r\n", "reply -ERR 'slow'"),
        of(
            Protocol.NATS,
            NATS_WELCOME + "MSG me 1 x\r\nhi\r\n",
            "fatal: a message of unknown size"),
        of(
            Protocol.NATS,
            NATS_WELCOME + "MSG me 1 99999999999999\r\nhi\r\n",
            "fatal: a message of unknown size"),
        of(
            Protocol.NATS,
            NATS_WELCOME + "MSG me 1 1\r\nhi\r\n",
            "fatal: a message that is longer than its size says"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void what_is_no_load_message_is_told_as_what_it_is(
      Protocol protocol, String received, String told) {
    assertThat(hear(protocol, received)).containsExactly("registered", told);
  }

  private static List<String> hear(Protocol protocol, String received) {
    RecordingInbound heard = new RecordingInbound();
    Driver driver = protocol.driver(PAYLOAD);
    Inbound inbound = driver.inbound(driver.identity("me"), heard);
    inbound.read(
        UnpooledByteBufAllocator.DEFAULT, Unpooled.copiedBuffer(received, StandardCharsets.UTF_8));
    inbound.close();
    return heard.events;
  }

  private static Arguments of(Protocol protocol, String received, String told) {
    return Arguments.of(protocol, received, told);
  }

  private static String server(String msg) {
    return hubbub("SERVER", "0.0.0.0", msg);
  }

  private static String hubbub(String from, String ip, String msg) {
    return "{\"from\":{\"name\":\"%s\",\"ip\":\"%s\"},\"to\":\"me\",\"msg\":\"%s\"}\n"
        .formatted(from, ip, msg);
  }
}
