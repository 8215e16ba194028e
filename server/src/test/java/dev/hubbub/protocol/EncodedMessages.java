package dev.hubbub.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.protocol.ObjectScanner.Found;
import dev.hubbub.server.testing.ReferenceMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What must hold of every message that the server writes. */
final class EncodedMessages {
  private static final Sender STAMP = new Sender("al\"ice\u00e9", "10.0.0.1");

  private EncodedMessages() {}

  /** The message is one line, as long as foretold, and is read as it was by all readers. */
  static void assertSurvives(Message message) {
    ByteBuf encoded = MessageEncoder.encode(message, UnpooledByteBufAllocator.DEFAULT);
    try {
      assertThat(encoded.readableBytes()).isEqualTo(MessageEncoder.encodedBytes(message));
      assertIsOneLine(encoded);
      assertIsOneObject(encoded);
      Optional<Message> readable = message.to().isEmpty() ? Optional.empty() : Optional.of(message);
      assertThat(decode(encoded)).isEqualTo(readable);
      assertThat(ReferenceMessage.parse(ByteBufUtil.getBytes(encoded))).isEqualTo(readable);
    } finally {
      encoded.release();
    }
  }

  /** The server can say this, to the longest name, in one read of a field client. */
  static void assertFitsReply(String text) {
    String longest = "\uD83D\uDE00".repeat(Limits.USERNAME_CODE_POINTS_MAX);
    Message reply = new Message(Sender.SERVER, longest, text);
    assertThat(MessageEncoder.encodedBytes(reply))
        .isLessThanOrEqualTo(Limits.SERVER_MESSAGE_BYTES_MAX);
    assertSurvives(reply);
  }

  /** What the server forwards of an object without decoding it; empty where it decodes. */
  static Optional<String> forwarded(byte[] object) {
    ForwardableMessage message = new ForwardableMessage();
    if (!message.read(Unpooled.wrappedBuffer(object))) {
      return Optional.empty();
    }
    byte[] prefix = MessageEncoder.senderPrefix(STAMP);
    ByteBuf out = Unpooled.buffer().writeBytes(prefix);
    try {
      message.writeTo(out);
      assertThat(out.readableBytes()).isEqualTo(prefix.length + message.forwardedBytes());
      assertThat(message.to()).isNotEmpty().doesNotStartWith("/");
      return Optional.of(strictUtf8(out));
    } finally {
      out.release();
    }
  }

  /** What the server encodes of a message that it has decoded. */
  static String stamped(Message message) {
    Message stamped = new Message(STAMP, message.to(), message.msg());
    ByteBuf encoded = MessageEncoder.encode(stamped, UnpooledByteBufAllocator.DEFAULT);
    try {
      return strictUtf8(encoded);
    } finally {
      encoded.release();
    }
  }

  private static void assertIsOneLine(ByteBuf encoded) {
    String line = strictUtf8(encoded);
    assertThat(line).startsWith("{\"from\":{\"name\":\"").endsWith("\"}\n");
    assertThat(line.chars().limit(line.length() - 1L)).allMatch(c -> c >= ' ');
  }

  private static void assertIsOneObject(ByteBuf encoded) {
    ObjectScanner scanner = new ObjectScanner(encoded.readableBytes());
    assertThat(scanner.scan(encoded)).isEqualTo(Found.OBJECT);
    assertThat(scanner.objectBytes()).isEqualTo(encoded.readableBytes() - 1);
  }

  private static Optional<Message> decode(ByteBuf encoded) {
    try {
      return Optional.of(MessageDecoder.decode(encoded));
    } catch (InvalidMessageException e) {
      return Optional.empty();
    }
  }

  private static String strictUtf8(ByteBuf encoded) {
    try {
      ByteBuffer bytes = encoded.nioBuffer();
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("not UTF-8", e);
    }
  }
}
