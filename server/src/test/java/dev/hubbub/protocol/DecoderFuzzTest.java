package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hubbub.server.testing.ReferenceMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;

/**
 * Codec: the server takes exactly what another strict reader of the schema takes, and what it
 * forwards without decoding is what it would have encoded.
 */
class DecoderFuzzTest {
  @FuzzTest
  void decodes_what_another_strict_reader_decodes_and_nothing_else(byte[] object) {
    Optional<Message> decoded = decode(object);

    assertThat(decoded).isEqualTo(ReferenceMessage.parse(object));
    decoded.ifPresent(EncodedMessages::assertSurvives);
    EncodedMessages.forwarded(object)
        .ifPresent(
            forwarded -> assertThat(decoded.map(EncodedMessages::stamped)).contains(forwarded));
  }

  private static Optional<Message> decode(byte[] object) {
    ByteBuf buffer = Unpooled.wrappedBuffer(object);
    try {
      return Optional.of(MessageDecoder.decode(buffer));
    } catch (InvalidMessageException e) {
      EncodedMessages.assertFitsReply(ServerTexts.invalidMessage(e.reason()));
      EncodedMessages.assertFitsReply(ServerTexts.tooManyInvalidMessages(e.reason()));
      return Optional.empty();
    } finally {
      assertThat(buffer.readableBytes()).isEqualTo(object.length);
    }
  }
}
