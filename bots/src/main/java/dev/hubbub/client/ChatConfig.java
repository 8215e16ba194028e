package dev.hubbub.client;

import dev.hubbub.protocol.Limits;
import dev.hubbub.tls.ClientTls;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a client connects to, as whom, and its limits.
 *
 * @param host name or address of the server
 * @param port its TCP port
 * @param name the username
 * @param tls how to speak TLS, null for plain TCP; not closed by the client
 * @param connectMax from the start of the connection to the welcome
 * @param replyMax how long the server may take to answer
 * @param messageBytesMax largest message that is sent, in bytes of JSON; the server has the same
 *     limit
 * @param unconfirmedBytesMax how much may be sent and not answered yet, in bytes of JSON; beyond it
 *     sending fails
 * @param inboxBytesMax how much may wait for a listener, in bytes; beyond it the client stops
 *     reading, and a server cuts off who doesn't read for long
 */
public record ChatConfig(
    String host,
    int port,
    String name,
    @Nullable ClientTls tls,
    Duration connectMax,
    Duration replyMax,
    int messageBytesMax,
    int unconfirmedBytesMax,
    int inboxBytesMax) {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
  private static final Duration REPLY_MAX = Duration.ofSeconds(30);
  private static final int UNCONFIRMED_BYTES_MAX = 4 * 1_024 * 1_024;
  private static final int INBOX_BYTES_MAX = 1_024 * 1_024;

  /** Checks the numbers. */
  public ChatConfig {
    require(port >= 1 && port <= 65_535, "port", port);
    require(connectMax.isPositive(), "connectMax", connectMax);
    require(replyMax.isPositive(), "replyMax", replyMax);
    require(messageBytesMax > 0, "messageBytesMax", messageBytesMax);
    require(unconfirmedBytesMax > 0, "unconfirmedBytesMax", unconfirmedBytesMax);
    require(inboxBytesMax > 0, "inboxBytesMax", inboxBytesMax);
  }

  /**
   * The usual limits: 10 s to connect, 30 s for an answer, messages of 64 KiB, 4 MiB unconfirmed, 1
   * MiB waiting for a listener.
   */
  public static ChatConfig of(String host, int port, String name) {
    return new ChatConfig(
        host,
        port,
        name,
        null,
        CONNECT_MAX,
        REPLY_MAX,
        Limits.MESSAGE_BYTES_MAX,
        UNCONFIRMED_BYTES_MAX,
        INBOX_BYTES_MAX);
  }

  /** The same with other times. */
  public ChatConfig within(Duration connect, Duration reply) {
    return new ChatConfig(
        host, port, name, tls, connect, reply, messageBytesMax, unconfirmedBytesMax, inboxBytesMax);
  }

  /** The same by TLS. */
  public ChatConfig by(ClientTls security) {
    return new ChatConfig(
        host,
        port,
        name,
        security,
        connectMax,
        replyMax,
        messageBytesMax,
        unconfirmedBytesMax,
        inboxBytesMax);
  }

  private static void require(boolean holds, String field, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("'" + field + "' is out of range: " + value);
    }
  }
}
