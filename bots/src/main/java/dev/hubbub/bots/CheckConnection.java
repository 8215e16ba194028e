package dev.hubbub.bots;

import dev.hubbub.cli.HostPort;
import dev.hubbub.measure.result.TlsUse;
import dev.hubbub.protocol.InvalidMessageException;
import dev.hubbub.protocol.Limits;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageDecoder;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.ObjectScanner;
import dev.hubbub.protocol.Sender;
import dev.hubbub.tls.ClientTlsFiles;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One blocking connection, for a few questions before a run. */
final class CheckConnection implements Closeable {
  private final BlockingChannel channel;
  private final ObjectScanner scanner = new ObjectScanner(Limits.CLIENT_MESSAGE_BYTES_MAX);
  private final ByteBuf received = Unpooled.buffer();
  private String name = "";

  /**
   * Connects.
   *
   * @param tls null for plain TCP
   * @throws IOException if nobody answers, or a handshake fails
   */
  CheckConnection(HostPort server, @Nullable ClientTlsFiles tls, Duration timeout)
      throws IOException {
    channel = BlockingChannel.connect(server, tls, timeout);
  }

  /** What was agreed on for TLS; null for plain TCP. */
  @Nullable TlsUse tls() {
    return channel.tls();
  }

  /** Asks for a name. */
  void register(String wanted) throws IOException {
    name = wanted;
    channel.write(Unpooled.copiedBuffer(wanted + "\n", StandardCharsets.UTF_8));
  }

  void send(String to, String msg) throws IOException {
    Message message = new Message(new Sender(name, "127.0.0.1"), to, msg);
    channel.write(MessageEncoder.encode(message, channel.allocator()));
  }

  /**
   * The text of the next message that is wanted; others are passed over.
   *
   * @throws java.net.SocketTimeoutException if the server is silent for too long
   */
  String await(Predicate<String> wanted) throws IOException {
    while (true) {
      String text = next();
      if (wanted.test(text)) {
        return text;
      }
    }
  }

  @Override
  public void close() {
    channel.close();
  }

  private String next() throws IOException {
    while (true) {
      switch (scanner.scan(received)) {
        case OBJECT -> {
          return decode(received.readSlice(scanner.objectBytes()));
        }
        case NOTHING -> received.writeBytes(read());
        case GARBAGE, TOO_DEEP, TOO_LARGE -> throw new IOException("it sent no valid message");
      }
    }
  }

  private ByteBuf read() throws IOException {
    try {
      return channel.read();
    } catch (EOFException e) {
      // What a server of TLS does to a client without.
      throw received.writerIndex() == 0 && channel.tls() == null
          ? new IOException("it closed the connection; if it speaks TLS, '--tls' is needed", e)
          : e;
    }
  }

  private static String decode(ByteBuf object) throws IOException {
    try {
      return MessageDecoder.decode(object).msg();
    } catch (InvalidMessageException e) {
      throw new IOException("it sent an invalid message: " + e.reason(), e);
    }
  }
}
