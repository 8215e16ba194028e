package dev.hubbub.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.util.List;
import java.util.Objects;
import org.slf4j.event.KeyValuePair;

/** What both formats tell of an event. */
final class Events {
  private Events() {}

  /** The class that logged, without its package. */
  static String source(ILoggingEvent event) {
    String name = event.getLoggerName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Its values by key, in order. */
  static List<KeyValuePair> values(ILoggingEvent event) {
    return Objects.requireNonNullElse(event.getKeyValuePairs(), List.of());
  }

  /** The kind of a fault, and what it says. */
  static String describe(IThrowableProxy fault) {
    return fault.getMessage() == null
        ? fault.getClassName()
        : fault.getClassName() + ": " + fault.getMessage();
  }
}
