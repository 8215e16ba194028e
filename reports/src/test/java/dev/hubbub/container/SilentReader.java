package dev.hubbub.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A user that registers, and then reads nothing. */
final class SilentReader implements AutoCloseable {
  // The least that the kernel gives: what is not read waits in the server, not here.
  private static final int RECEIVE_BUFFER_BYTES = 2_048;

  private final Socket socket;

  private SilentReader(Socket socket) {
    this.socket = socket;
  }

  /** Registers, and reads just the beginning of the welcome, so that it is on line. */
  static SilentReader join(int port, String name) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
    socket.setSoTimeout((int) ServerContainer.PATIENCE.toMillis());
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.getOutputStream().write((name + "\n").getBytes(StandardCharsets.UTF_8));
    if (socket.getInputStream().read() < 0) {
      throw new AssertionError("no welcome for " + name);
    }
    return new SilentReader(socket);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
