package dev.hubbub.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** A log of its own that keeps its lines. */
final class LogLines {
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();
  private final Logger logger;

  LogLines() {
    LoggerContext context = new LoggerContext();
    logger = context.getLogger("dev.hubbub.Source");
    logger.setLevel(Level.DEBUG);
    events.start();
    logger.addAppender(events);
  }

  Logger logger() {
    return logger;
  }

  /** What an encoder makes of that which is logged. */
  static String encode(Encoder<ILoggingEvent> encoder, Consumer<Logger> logging) {
    LogLines lines = new LogLines();
    logging.accept(lines.logger);
    return new String(encoder.encode(lines.events.list.getFirst()), StandardCharsets.UTF_8);
  }

  /** What was logged: level, message, values. */
  List<String> lines() {
    return events.list.stream()
        .map(event ->
            event.getLevel()
                + " "
                + event.getFormattedMessage()
                + " "
                + Events.values(event).stream().map(v -> v.key + "=" + v.value).toList())
        .toList();
  }
}
