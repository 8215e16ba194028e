package dev.hubbub.bots.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DriverTest {
  private static final LoadPayload PAYLOAD = new LoadPayload("run12345", 7, 24);
  private static final String FIRST = "run1234507000000000001dx";
  private static final String SECOND = "run1234507000000000002dx";

  private final RecordingInbound heard = new RecordingInbound();

  @ParameterizedTest
  @EnumSource
  void a_conversation_survives_every_cut(Protocol protocol) {
    byte[] stream = conversation(protocol);
    for (int cut = 0; cut <= stream.length; cut++) {
      heard.events.clear();
      Inbound inbound = inbound(protocol);
      receive(inbound, Arrays.copyOfRange(stream, 0, cut));
      receive(inbound, Arrays.copyOfRange(stream, cut, stream.length));
      inbound.close();

      assertThat(heard.events).as("cut at " + cut).isEqualTo(RecordingInbound.of(protocol));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_conversation_survives_to_come_byte_by_byte(Protocol protocol) {
    Inbound inbound = inbound(protocol);
    for (byte b : conversation(protocol)) {
      receive(inbound, new byte[] {b});
    }
    inbound.close();

    assertThat(heard.events).isEqualTo(RecordingInbound.of(protocol));
  }

  @ParameterizedTest
  @EnumSource
  void every_buffer_is_released_and_nothing_is_told_after_the_end(Protocol protocol) {
    Inbound inbound = inbound(protocol);
    byte[] stream = conversation(protocol);
    ByteBuf whole = Unpooled.copiedBuffer(stream);
    ByteBuf part = Unpooled.copiedBuffer(stream, 0, 3);
    ByteBuf late = Unpooled.copiedBuffer(stream);
    inbound.read(UnpooledByteBufAllocator.DEFAULT, whole);
    inbound.read(UnpooledByteBufAllocator.DEFAULT, part);
    inbound.close();
    heard.events.clear();
    inbound.read(UnpooledByteBufAllocator.DEFAULT, late);

    assertThat(whole.refCnt() + part.refCnt() + late.refCnt()).isZero();
    assertThat(heard.events).isEmpty();
  }

  @Test
  void a_message_has_the_same_payload_in_every_protocol() {
    assertThat(sent(Protocol.HUBBUB))
        .isEqualTo(
            "{\"from\":{\"name\":\"me\",\"ip\":\"127.0.0.1\"},\"to\":\"you\",\"msg\":\""
                + FIRST
                + "\"}\n");
    assertThat(sent(Protocol.ECHO)).isEqualTo(sent(Protocol.HUBBUB));
    assertThat(sent(Protocol.IRC)).isEqualTo("PRIVMSG you :" + FIRST + "\r\n");
    assertThat(sent(Protocol.NATS)).isEqualTo("PUB you 24\r\n" + FIRST + "\r\n");
  }

  @Test
  void a_user_introduces_itself() {
    assertThat(greeting(Protocol.HUBBUB)).isEqualTo("me\n").isEqualTo(greeting(Protocol.ECHO));
    assertThat(greeting(Protocol.HUBBUB_BARE_NAMES)).isEqualTo("me");
    assertThat(greeting(Protocol.IRC)).isEqualTo("NICK me\r\nUSER bot 0 * :bot\r\n");
    assertThat(greeting(Protocol.NATS).lines())
        .containsExactly(
            "CONNECT {\"verbose\":false,\"pedantic\":false,\"name\":\"me\"}", "SUB me 1", "PING");
  }

  @Test
  void only_an_echo_brings_messages_back() {
    assertThat(Protocol.values())
        .filteredOn(protocol -> protocol.driver(PAYLOAD).isEcho())
        .containsExactly(Protocol.ECHO);
  }

  private static byte[] conversation(Protocol protocol) {
    String text =
        switch (protocol) {
          case HUBBUB, HUBBUB_BARE_NAMES ->
              server("me", "Welcome me!") + json(FIRST) + json(SECOND);
          case ECHO -> "me\n" + json(FIRST) + json(SECOND);
          case IRC ->
              ":irc.test NOTICE * :*** hello\r\n:irc.test 001 me :Welcome\r\n"
                  + ":irc.test 422 me :no MOTD\r\n:you!bot@127.0.0.1 PRIVMSG me :"
                  + FIRST
                  + "\r\nPING :irc.test\r\n:you!bot@127.0.0.1 PRIVMSG me :"
                  + SECOND
                  + "\r\n";
          case NATS ->
              "INFO {\"server_id\":\"x\"}\r\nPONG\r\nMSG me 1 24\r\n"
                  + FIRST
                  + "\r\nPING\r\nMSG me 1 reply.to 24\r\n"
                  + SECOND
                  + "\r\n";
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String json(String msg) {
    return "{\"from\":{\"name\":\"you\",\"ip\":\"127.0.0.1\"},\"to\":\"me\",\"msg\":\""
        + msg
        + "\"}\n";
  }

  private static String server(String to, String msg) {
    return "{\"from\":{\"name\":\"SERVER\",\"ip\":\"0.0.0.0\"},\"to\":\""
        + to
        + "\",\"msg\":\""
        + msg
        + "\"}\n";
  }

  private Inbound inbound(Protocol protocol) {
    Driver driver = protocol.driver(PAYLOAD);
    return driver.inbound(driver.identity("me"), heard);
  }

  private static void receive(Inbound inbound, byte[] bytes) {
    inbound.read(UnpooledByteBufAllocator.DEFAULT, Unpooled.copiedBuffer(bytes));
  }

  private static String sent(Protocol protocol) {
    Driver driver = protocol.driver(PAYLOAD);
    ByteBuf out = Unpooled.buffer();
    driver.message(out, driver.identity("me"), Driver.ascii("you"), 1, false);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String greeting(Protocol protocol) {
    Driver driver = protocol.driver(PAYLOAD);
    ByteBuf out = Unpooled.buffer();
    driver.greet(out, driver.identity("me"));
    return out.toString(StandardCharsets.UTF_8);
  }
}
