package dev.hubbub.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.slf4j.event.KeyValuePair;

/** One line an event, for people. */
final class TextEncoder extends EncoderBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
  private static final byte[] NOTHING = {};

  private final ZoneId zone;
  private final boolean stackTraces;

  /**
   * An encoder.
   *
   * @param zone of the times
   * @param stackTraces whether a fault is logged with the way to it
   */
  TextEncoder(ZoneId zone, boolean stackTraces) {
    this.zone = zone;
    this.stackTraces = stackTraces;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    TIME.formatTo(ZonedDateTime.ofInstant(event.getInstant(), zone), line);
    line.append(" %-5s ".formatted(event.getLevel()));
    SafeText.append(line, Events.source(event));
    line.append(" - ");
    SafeText.append(line, event.getFormattedMessage());
    for (KeyValuePair pair : Events.values(event)) {
      append(line, pair.key, String.valueOf(pair.value), pair.value instanceof Number);
    }
    appendFault(line, event.getThrowableProxy());
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void appendFault(StringBuilder line, IThrowableProxy fault) {
    if (fault != null) {
      append(line, "error", Events.describe(fault), false);
      if (stackTraces) {
        append(line, "stack", ThrowableProxyUtil.asString(fault), false);
      }
    }
  }

  private static void append(StringBuilder line, String key, String value, boolean bare) {
    line.append(' ').append(key).append('=');
    if (bare) {
      line.append(value);
    } else {
      SafeText.appendQuoted(line, value);
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
}
