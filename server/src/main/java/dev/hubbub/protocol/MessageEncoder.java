package dev.hubbub.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufOutputStream;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/** Writes messages as one object a line, with the keys in the order of the contract. */
public final class MessageEncoder {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  /**
   * What an object takes besides its four texts: the quotes, keys and braces, and the line feed.
   */
  private static final int FRAME_BYTES =
      "{\"from\":{\"name\":\"\",\"ip\":\"\"},\"to\":\"\",\"msg\":\"\"}\n".length();

  private static final int AFTER_PREFIX_BYTES = "\",\"msg\":\"\"}\n".length();

  private MessageEncoder() {}

  /** Encodes a message, line feed included, into a new buffer that the caller must release. */
  public static ByteBuf encode(Message message, ByteBufAllocator allocator) {
    return encode(message, encodedBytes(message), allocator);
  }

  /** The same for a message whose {@link #encodedBytes} are known. */
  public static ByteBuf encode(Message message, int bytes, ByteBufAllocator allocator) {
    ByteBuf out = allocator.ioBuffer(bytes);
    OutputStream stream = new ByteBufOutputStream(out);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), stream)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("from");
      json.writeStringProperty("name", message.from().name());
      json.writeStringProperty("ip", message.from().ip());
      json.writeEndObject();
      json.writeStringProperty("to", message.to());
      json.writeStringProperty("msg", message.msg());
      json.writeEndObject();
    } catch (RuntimeException e) {
      out.release();
      throw e;
    }
    return out.writeByte('\n');
  }

  /**
   * How every message of a sender begins, up to the receiver's name: {@link
   * ForwardableMessage#writeTo} writes the rest.
   */
  public static byte[] senderPrefix(Sender sender) {
    ByteBuf whole = encode(new Message(sender, "", ""), UnpooledByteBufAllocator.DEFAULT);
    try {
      return ByteBufUtil.getBytes(whole, 0, whole.readableBytes() - AFTER_PREFIX_BYTES);
    } finally {
      whole.release();
    }
  }

  /** Appends text as it stands inside a JSON string; {@link UnicodeText#jsonBytes} long. */
  public static void appendText(ByteBuf out, String text) {
    out.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(text));
  }

  /** Bytes of the message on the wire, line feed included. */
  public static int encodedBytes(Message message) {
    return FRAME_BYTES
        + UnicodeText.jsonBytes(message.from().name())
        + UnicodeText.jsonBytes(message.from().ip())
        + UnicodeText.jsonBytes(message.to())
        + UnicodeText.jsonBytes(message.msg());
  }
}
