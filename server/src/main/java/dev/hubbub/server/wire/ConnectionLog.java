package dev.hubbub.server.wire;

import dev.hubbub.logs.Warnings;
import dev.hubbub.server.session.Session;
import io.netty.channel.Channel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.util.AttributeKey;
import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What is logged of connections: at debug each of them, as a warning what an operator should know
 * of, bounded however many clients cause it. Never a message. Safe to use from any thread.
 */
final class ConnectionLog {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionLog.class);

  /**
   * Where the log is found: on the listening channel, since an idle connection pays for its own.
   */
  static final AttributeKey<ConnectionLog> ATTRIBUTE =
      AttributeKey.valueOf(ConnectionLog.class, "LOG");

  /** What is warned of; the name stands in the line that sums up. */
  enum Kind {
    FAULT,
    FULL,
    FORBIDDEN,
    TOO_MANY_FROM_ADDRESS,
    SLOW_RECEIVER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Warnings<Kind> warnings = new Warnings<>(LOG, Kind.class);

  /** The log of a server's connection; one of its own for a channel that has no server. */
  static ConnectionLog of(Channel channel) {
    Channel listener = channel.parent();
    ConnectionLog log = listener == null ? null : listener.attr(ATTRIBUTE).get();
    return log == null ? new ConnectionLog() : log;
  }

  /** Logs the beginning of a connection, and its end. */
  void opened(Channel channel) {
    if (LOG.isDebugEnabled()) {
      debug(channel).log("connection opened");
      channel.closeFuture().addListener(_ -> debug(channel).log("connection closed"));
    }
  }

  void registered(Channel channel) {
    debug(channel).log("user registered");
  }

  void turnedAway(Channel channel, String reason) {
    debug(channel).addKeyValue("reason", reason).log("connection turned away");
  }

  void badInput(Channel channel, String reason) {
    debug(channel).addKeyValue("reason", reason).log("bad input");
  }

  /** A connection that the door did not let in. */
  void refused(Channel channel, Kind kind) {
    warnings.warn(kind, "connections are refused: " + kind, address(channel));
  }

  void slowReceiver(Channel channel) {
    warnings.warn(
        Kind.SLOW_RECEIVER, "a receiver that did not read was disconnected", address(channel));
  }

  /**
   * A connection that ends by an exception. A peer that goes away, or speaks no TLS where it is
   * due, is an everyday event; anything else is a fault of the server.
   */
  void failed(Channel channel, Throwable cause) {
    if (cause instanceof NotSslRecordException) {
      // Its text holds what the client sent.
      turnedAway(channel, "no TLS");
    } else if (cause instanceof IOException || cause instanceof DecoderException) {
      debug(channel).addKeyValue("reason", cause.toString()).log("connection failed");
    } else {
      warnings.error(Kind.FAULT, "a connection is closed by a fault", address(channel), cause);
    }
  }

  /** Logs how much was not logged since the last time. */
  void sumUp() {
    warnings.sum();
  }

  private static LoggingEventBuilder debug(Channel channel) {
    LoggingEventBuilder event = LOG.atDebug().addKeyValue("address", address(channel));
    Session session = channel.attr(MessageHandler.SESSION).get();
    return session == null ? event : event.addKeyValue("user", session.name());
  }

  private static String address(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress address
        ? NetUtil.toSocketAddressString(address)
        : String.valueOf(channel.remoteAddress());
  }
}
