package dev.hubbub.logs;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import java.time.ZoneId;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** The log of this process. Set up by one thread, at its start. */
public final class Logs {
  private static final String OURS = "dev.hubbub";
  private static final int QUEUE_MAX = 8_192;
  private static final int FLUSH_MS_MAX = 1_000;

  private Logs() {}

  /**
   * Logs to standard error from now on, in the given way.
   *
   * @param level for events of our own; of libraries only warnings and errors are logged
   */
  public static void configure(LogFormat format, LogLevel level) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      configure(context, format, level);
    }
  }

  /** Writes out what is queued; what is logged from now on is lost. */
  public static void stop() {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext context) {
      context.stop();
    }
  }

  static void configure(LoggerContext context, LogFormat format, LogLevel level) {
    context.setPackagingDataEnabled(false);
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(inBackground(context, format, level));
    context.getLogger(OURS).setLevel(Level.valueOf(level.name()));
  }

  // An event loop must not wait for whoever reads standard error. When that stalls and the queue is
  // full, lines are lost: first those below WARN, then all.
  private static AsyncAppender inBackground(
      LoggerContext context, LogFormat format, LogLevel level) {
    AsyncAppender queue = new AsyncAppender();
    queue.setContext(context);
    queue.setName("queue");
    queue.setQueueSize(QUEUE_MAX);
    queue.setNeverBlock(true);
    queue.setMaxFlushTime(FLUSH_MS_MAX);
    queue.addAppender(standardError(context, format, level));
    queue.start();
    return queue;
  }

  private static ConsoleAppender<ILoggingEvent> standardError(
      LoggerContext context, LogFormat format, LogLevel level) {
    boolean stackTraces = level == LogLevel.DEBUG;
    EncoderBase<ILoggingEvent> encoder =
        switch (format) {
          case TEXT -> new TextEncoder(ZoneId.systemDefault(), stackTraces);
          case JSON -> new JsonEncoder(stackTraces);
        };
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setName("stderr");
    appender.setTarget(ConsoleTarget.SystemErr.getName());
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
