package dev.hubbub.gatling.engine;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.Sender;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server that treats every connection in the same wrong way, on a port of its own. */
final class FaultyServer implements AutoCloseable {
  /** What it does to a connection, which is closed afterwards. */
  @FunctionalInterface
  interface Fault {
    void inflict(Socket client) throws IOException;
  }

  private final ServerSocket listener;

  FaultyServer(Fault fault) throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> acceptAll(fault));
  }

  int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /** Writes a message as the server writes one. */
  static void say(Socket client, String text) throws IOException {
    ByteBuf bytes =
        MessageEncoder.encode(
            new Message(Sender.SERVER, "someone", text), ByteBufAllocator.DEFAULT);
    try {
      OutputStream out = client.getOutputStream();
      bytes.readBytes(out, bytes.readableBytes());
    } finally {
      bytes.release();
    }
  }

  /** Waits until the client has sent a line, which it returns. */
  static byte[] readLine(Socket client) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = 0; b != '\n' && b >= 0; ) {
      b = client.getInputStream().read();
      line.write(b);
    }
    return line.toByteArray();
  }

  private void acceptAll(Fault fault) {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> serve(client, fault));
      } catch (IOException e) {
        // Closed: the loop ends.
      }
    }
  }

  private static void serve(Socket client, Fault fault) {
    try (client) {
      fault.inflict(client);
    } catch (IOException e) {
      // The client has gone, which is up to it.
    }
  }
}
