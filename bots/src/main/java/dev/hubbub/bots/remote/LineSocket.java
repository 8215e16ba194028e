package dev.hubbub.bots.remote;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connection that carries lines of UTF-8. One thread reads; any thread writes, a line at a time.
 */
public final class LineSocket implements AutoCloseable {
  /**
   * A result with its histograms takes some hundred kilobytes; more than this is no line of ours.
   */
  private static final int LINE_BYTES_MAX = 64 * 1_024 * 1_024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  LineSocket(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1_024);
    this.out = socket.getOutputStream();
  }

  /**
   * Waits for the next line.
   *
   * @return the line without its end; null when the other side has ended the stream
   * @throws IOException if the connection fails, or a line is too long
   */
  public @Nullable String read() throws IOException {
    return read(LINE_BYTES_MAX);
  }

  /** The same, with an own bound on the length and on the time; for a peer not trusted yet. */
  @Nullable String read(int bytesMax, Duration timeout) throws IOException {
    socket.setSoTimeout(Math.toIntExact(timeout.toMillis()));
    try {
      return read(bytesMax);
    } catch (SocketTimeoutException e) {
      throw new IOException("no answer within " + timeout.toSeconds() + " s", e);
    } finally {
      socket.setSoTimeout(0);
    }
  }

  /**
   * Writes a line.
   *
   * @throws IOException if the connection has failed
   */
  public void write(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (out) {
      out.write(bytes);
      out.flush();
    }
  }

  /** Closes both directions; a thread that reads sees the end. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone all the same.
    }
  }

  private @Nullable String read(int bytesMax) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (line.size() >= bytesMax) {
        throw new IOException("a line of over " + bytesMax + " bytes");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
