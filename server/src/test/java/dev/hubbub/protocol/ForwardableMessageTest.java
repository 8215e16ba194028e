package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That what is forwarded equals what would be encoded is what DecoderFuzzTest shows as well. */
class ForwardableMessageTest {
  private static final String FROM = "\"from\":{\"name\":\"x\",\"ip\":\"y\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hi",
        "a \\\"quoted\\\" word",
        "back\\\\slash",
        "\\b\\f\\n\\r\\t",
        "{}[],:/",
        "\u007F",
        "\u00e9\u2028\uD83D\uDE00"
      })
  void text_that_the_encoder_writes_in_the_same_way_is_forwarded(String json) throws Exception {
    assertForwarded("{" + FROM + ",\"to\":\"bob\",\"msg\":\"" + json + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"from\": {\"name\": \"x\", \"ip\": \"y\"}, \"to\": \"bob\", \"msg\": \"hi\"}",
        "{ \t\"from\" :\r\n{ \"name\":\"\\n\", \"ip\":\"\" } ,\"to\" :\"bob\",\"msg\":\"hi\" }",
        "{\"from\":{\"name\":\"\u00e9\",\"ip\":\"\"},\"to\":\"zo\u00eb\",\"msg\":\"\"}"
      })
  void white_space_and_a_claimed_sender_are_left_out(String object) throws Exception {
    assertForwarded(object);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // right, but the encoder would write it otherwise
        "{FROM,'to':'bob','msg':'\\u00e9'}",
        "{FROM,'to':'bob','msg':'a\\/b'}",
        "{FROM,'to':'b\\nob','msg':'hi'}",
        "{'to':'bob','msg':'hi',FROM}",
        "{'from':{'ip':'y','name':'x'},'to':'bob','msg':'hi'}",
        // for an endpoint
        "{FROM,'to':'/time','msg':''}",
        // wrong
        "{FROM,'to':'','msg':'hi'}",
        "{FROM,'to':'bob','msg':'hi','x':'y'}",
        "{FROM,'to':'bob','msg':'hi'} ",
        "{FROM,'to':'bob','msg':1}",
        "{FROM,'to':'bob','msg':'a\tb'}",
        "{FROM,'to':'bob','msg':'a\\x'}",
        "{FROM,'to':'bob','msg':'a",
        "{FROM,'to':'bob','msg':'a\\",
        "{FROM,'to':'bob'}",
        "{FROM,'to':'bob','ms",
        "{}",
        ""
      })
  void everything_else_is_left_to_the_decoder(String object) {
    String json = object.replace('\'', '"').replace("FROM", FROM);

    assertThat(EncodedMessages.forwarded(json.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void what_is_not_utf_8_is_left_to_the_decoder() {
    byte[] object =
        ("{" + FROM + ",\"to\":\"bob\",\"msg\":\"\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(EncodedMessages.forwarded(object)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_950, 1_996, 2_048, 5_000, 65_000})
  void length_makes_no_difference(int textBytes) throws Exception {
    assertForwarded("{" + FROM + ",\"to\":\"bob\",\"msg\":\"" + "m".repeat(textBytes) + "\"}");
  }

  private static void assertForwarded(String object) throws InvalidMessageException {
    byte[] bytes = object.getBytes(StandardCharsets.UTF_8);
    Message decoded = MessageDecoder.decode(Unpooled.wrappedBuffer(bytes));

    assertThat(EncodedMessages.forwarded(bytes)).contains(EncodedMessages.stamped(decoded));
  }
}
