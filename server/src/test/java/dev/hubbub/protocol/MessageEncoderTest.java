package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MessageEncoderTest {
  private static final ByteBufAllocator ALLOCATOR = UnpooledByteBufAllocator.DEFAULT;

  @Test
  void a_message_is_one_line_with_the_keys_in_order() {
    assertThat(encode(new Message(new Sender("n", "i"), "t", "m")))
        .isEqualTo("{\"from\":{\"name\":\"n\",\"ip\":\"i\"},\"to\":\"t\",\"msg\":\"m\"}\n");
  }

  @Test
  void only_what_must_be_escaped_is() {
    String text = "\"\\/\b\f\n\r\t\u0000\u001f\u007f é\u2028\u2029😀\uFFFF";

    assertThat(encode(message(text)))
        .contains("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001F\u007f é\u2028\u2029😀\uFFFF\"");
  }

  @Test
  void the_line_feed_at_the_end_is_the_only_one() {
    assertThat(encode(message("a\nb\r\nc"))).containsOnlyOnce("\n").endsWith("}\n");
  }

  @Test
  void the_length_of_each_control_character_is_known() throws Exception {
    for (char c = 0; c < 0x100; c++) {
      assertLengthAndIdentity(message("" + c));
    }
  }

  @RepeatedTest(100)
  void any_message_has_the_length_foretold_and_decodes_to_itself(RepetitionInfo repetition)
      throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < 20; i++) {
      assertLengthAndIdentity(
          new Message(
              new Sender(randomText(random), randomText(random)),
              "t" + randomText(random),
              randomText(random)));
    }
  }

  private static void assertLengthAndIdentity(Message message) throws InvalidMessageException {
    ByteBuf encoded = MessageEncoder.encode(message, ALLOCATOR);
    try {
      assertThat(encoded.readableBytes()).isEqualTo(MessageEncoder.encodedBytes(message));
      assertThat(MessageDecoder.decode(encoded)).isEqualTo(message);
    } finally {
      encoded.release();
    }
  }

  // Every kind of character: controls, ASCII, two, three and four bytes, the edges of the planes.
  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      int codePoint =
          switch (random.nextInt(6)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> 0x20 + random.nextInt(0x60);
            case 2 -> 0x80 + random.nextInt(0x780);
            case 3 -> 0x2027 + random.nextInt(4);
            case 4 -> 0x10000 + random.nextInt(0x100000);
            default -> 0xE000 + random.nextInt(0x2000);
          };
      text.appendCodePoint(codePoint);
    }
    return text.toString();
  }

  private static Message message(String text) {
    return new Message(Sender.SERVER, "t", text);
  }

  private static String encode(Message message) {
    ByteBuf encoded = MessageEncoder.encode(message, ALLOCATOR);
    try {
      return encoded.toString(StandardCharsets.UTF_8);
    } finally {
      encoded.release();
    }
  }
}
