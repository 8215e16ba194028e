package dev.hubbub.bots.chaos;

import dev.hubbub.protocol.InvalidMessageException;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageDecoder;
import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One connection: any bytes out, whole messages in, each on a line as the contract has it. */
final class Line implements AutoCloseable {
  /** What is read at once; the socket of a slow reader is not emptied faster than that. */
  private static final int READ_BYTES = 2_048;

  private static final String START = "{\"from\":{\"name\":\"";

  private final Socket socket = new Socket();
  private final InputStream in;

  /**
   * Connects.
   *
   * @param receiveBytes size of the kernel's buffer for what arrives; 0 leaves it
   */
  Line(ChaosTarget target, int receiveBytes) throws IOException {
    int timeoutMs = Math.toIntExact(target.patience().toMillis());
    try {
      if (receiveBytes > 0) {
        socket.setReceiveBufferSize(receiveBytes);
      }
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(timeoutMs);
      socket.connect(new InetSocketAddress(target.host(), target.port()), timeoutMs);
      in = new BufferedInputStream(socket.getInputStream(), READ_BYTES);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Sends text. */
  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes. */
  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Whether something has arrived that was not read. */
  boolean hasAnswer() throws IOException {
    return in.available() > 0;
  }

  /** Ends the own side. */
  void end() throws IOException {
    socket.shutdownOutput();
  }

  /** Breaks the connection, so that the other side gets a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** The next message, or null if the server has ended its side. */
  @Nullable Message next() throws IOException, Violation {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = read(); b != '\n'; b = read()) {
      if (b < 0) {
        if (line.size() > 0) {
          throw new Violation("the server ended within a message: " + text(line));
        }
        return null;
      }
      line.write(b);
    }
    return decode(line);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private int read() throws IOException, Violation {
    try {
      return in.read();
    } catch (SocketTimeoutException e) {
      throw new Violation("no answer within " + socket.getSoTimeout() + " ms");
    }
  }

  private static Message decode(ByteArrayOutputStream line) throws Violation {
    if (!line.toString(StandardCharsets.UTF_8).startsWith(START)) {
      throw new Violation("the server sent what is no message: " + text(line));
    }
    try {
      return MessageDecoder.decode(Unpooled.wrappedBuffer(line.toByteArray()));
    } catch (InvalidMessageException e) {
      throw new Violation("the server sent an invalid message (" + e.reason() + "): " + text(line));
    }
  }

  private static String text(ByteArrayOutputStream line) {
    return Quote.of(line.toString(StandardCharsets.UTF_8));
  }
}
