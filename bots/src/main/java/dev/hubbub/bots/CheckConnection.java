package dev.hubbub.bots;

import dev.hubbub.protocol.InvalidMessageException;
import dev.hubbub.protocol.Limits;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageDecoder;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.ObjectScanner;
import dev.hubbub.protocol.Sender;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;

/** One blocking connection, for a few questions before a run. */
final class CheckConnection implements Closeable {
  private static final int READ_BYTES = 4_096;

  private final String name;
  private final Socket socket = new Socket();
  private final ObjectScanner scanner = new ObjectScanner(Limits.CLIENT_MESSAGE_BYTES_MAX);
  private final ByteBuf received = Unpooled.buffer();

  /** Connects, and asks for a name. */
  CheckConnection(String host, int port, String name, Duration timeout) throws IOException {
    this.name = name;
    int timeoutMs = Math.toIntExact(timeout.toMillis());
    try {
      socket.setSoTimeout(timeoutMs);
      socket.connect(new InetSocketAddress(host, port), timeoutMs);
      socket.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  void send(String to, String msg) throws IOException {
    Message message = new Message(new Sender(name, "127.0.0.1"), to, msg);
    ByteBuf bytes = MessageEncoder.encode(message, UnpooledByteBufAllocator.DEFAULT);
    try {
      socket.getOutputStream().write(ByteBufUtil.getBytes(bytes));
    } finally {
      bytes.release();
    }
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
  public void close() throws IOException {
    socket.close();
  }

  private String next() throws IOException {
    while (true) {
      switch (scanner.scan(received)) {
        case OBJECT -> {
          return decode(received.readSlice(scanner.objectBytes()));
        }
        case NOTHING -> receive();
        case GARBAGE, TOO_DEEP, TOO_LARGE -> throw new IOException("it sent no valid message");
      }
    }
  }

  private void receive() throws IOException {
    if (received.writeBytes(socket.getInputStream(), READ_BYTES) < 0) {
      throw new EOFException("it closed the connection");
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
