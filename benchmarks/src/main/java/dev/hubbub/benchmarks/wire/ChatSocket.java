package dev.hubbub.benchmarks.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A user on a blocking socket that costs as little as can be. For one thread. */
final class ChatSocket implements AutoCloseable {
  private static final int READ_MS_MAX = 30_000;

  private final Socket socket;
  private final InputStream in;

  /** Registers, and reads the welcome. */
  ChatSocket(int port, String name) throws IOException {
    this(port, name, 0);
  }

  /** The same with a receive buffer of about so many bytes; 0 for what the system gives. */
  ChatSocket(int port, String name, int receiveBufferBytes) throws IOException {
    socket = new Socket();
    if (receiveBufferBytes > 0) {
      socket.setReceiveBufferSize(receiveBufferBytes);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(READ_MS_MAX);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    in = new BufferedInputStream(socket.getInputStream(), 65_536);
    send(name + "\n");
    readLine();
  }

  void say(String to, String msg) throws IOException {
    send(json(to, msg));
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads until a message from that user; returns its length. */
  int awaitFrom(String name) throws IOException {
    String begin = "{\"from\":{\"name\":\"" + name + "\"";
    String line = readLine();
    while (!line.startsWith(begin)) {
      line = readLine();
    }
    return line.length();
  }

  String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the server closed");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Reads and throws away until the end. */
  void discard() throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  static String json(String to, String msg) {
    return "{\"from\":{\"name\":\"\",\"ip\":\"\"},\"to\":\"%s\",\"msg\":\"%s\"}".formatted(to, msg);
  }
}
