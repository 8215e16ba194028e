package dev.hubbub.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.ByteArrayOutputStream;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * One JSON object a line. All that is not printable ASCII is escaped: the line is harmless on a
 * terminal, and a program reads back the very text.
 */
final class JsonEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NOTHING = {};

  private final JsonFactory json =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new DeleteToo())
          .build();
  private final boolean stackTraces;

  /**
   * An encoder.
   *
   * @param stackTraces whether a fault is logged with the way to it
   */
  JsonEncoder(boolean stackTraces) {
    this.stackTraces = stackTraces;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    try (JsonGenerator object =
        json.createGenerator(ObjectWriteContext.empty(), line, JsonEncoding.UTF8)) {
      object.writeStartObject();
      object.writeStringProperty("time", event.getInstant().toString());
      object.writeStringProperty("level", event.getLevel().toString());
      object.writeStringProperty("source", Events.source(event));
      object.writeStringProperty("thread", event.getThreadName());
      object.writeStringProperty("message", event.getFormattedMessage());
      for (KeyValuePair pair : Events.values(event)) {
        write(object, pair);
      }
      writeFault(object, event.getThrowableProxy());
      object.writeEndObject();
    }
    line.write('\n');
    return line.toByteArray();
  }

  private static void write(JsonGenerator object, KeyValuePair pair) {
    if (pair.value instanceof Number number) {
      object.writeNumberProperty(pair.key, number.longValue());
    } else {
      object.writeStringProperty(pair.key, String.valueOf(pair.value));
    }
  }

  private void writeFault(JsonGenerator object, IThrowableProxy fault) {
    if (fault != null) {
      object.writeStringProperty("error", Events.describe(fault));
      if (stackTraces) {
        object.writeStringProperty("stack", ThrowableProxyUtil.asString(fault));
      }
    }
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }

  /** What JSON requires to be escaped, and DEL. */
  private static final class DeleteToo extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[DELETE] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      throw new IllegalArgumentException("no escape of our own for " + character);
    }
  }
}
