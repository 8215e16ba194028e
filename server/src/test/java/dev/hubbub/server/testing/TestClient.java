package dev.hubbub.server.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A client on a plain socket, for one thread. Every read has a deadline, and what is not as
 * expected fails the test.
 */
public final class TestClient implements AutoCloseable {
  /** Longest wait for anything, far above what the machine needs. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Socket socket;
  private final InputStream in;

  /** A client on a socket that is connected. */
  public TestClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 16_384);
  }

  /** Connects to a port of this machine. */
  public static TestClient connect(int port) {
    return connect(port, new Socket());
  }

  /** Connects with a receive buffer of about so many bytes, which makes a slow reader. */
  public static TestClient connectWithReceiveBuffer(int port, int bytes) {
    Socket socket = new Socket();
    try {
      socket.setReceiveBufferSize(bytes);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    return connect(port, socket);
  }

  /** Connects from another address of this machine, such as 127.0.0.2. */
  public static TestClient connectFrom(String address, int port) {
    Socket socket = new Socket();
    try {
      socket.bind(new InetSocketAddress(address, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return connect(port, socket);
  }

  /** Connects a socket that isn't yet, to a port of this machine. */
  public static TestClient connect(int port, Socket socket) {
    return connect(new InetSocketAddress(loopback(), port), socket);
  }

  /** Connects to an address in a network that the test has made. */
  public static TestClient connect(InetSocketAddress address) {
    return connect(address, new Socket());
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestClient connect(InetSocketAddress address, Socket socket) {
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.connect(address, (int) PATIENCE.toMillis());
      return new TestClient(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Registers a name, with the line feed of new clients. */
  public TestClient join(String name) {
    send(name + "\n");
    Received welcome = read();
    if (!welcome.msg().startsWith("Welcome " + name + "!")) {
      throw new AssertionError("no welcome for " + name + ": " + welcome);
    }
    return this;
  }

  /** Writes a message. */
  public TestClient say(String to, String msg) {
    return send(Json.message(to, msg));
  }

  /** Writes text in one piece. */
  public TestClient send(String text) {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes in one piece. */
  public TestClient send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next message. */
  public Received read() {
    return Received.parse(readLine());
  }

  /** The next message to this user that is not from the server itself. */
  public Received readFromUser() {
    Received next = read();
    while (next.isFromServer()) {
      next = read();
    }
    return next;
  }

  /** The next line that the server itself says. */
  public String readFromServerLine() {
    String line = readLine();
    while (!Received.parse(line).isFromServer()) {
      line = readLine();
    }
    return line;
  }

  /** So many messages. */
  public List<Received> read(int count) {
    List<Received> messages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      messages.add(read());
    }
    return messages;
  }

  /** The next line, without its line feed. */
  public String readLine() {
    return nextLine()
        .orElseThrow(() -> new AssertionError("the server closed; a message was expected"));
  }

  /** The next line, or empty at the end of the stream. A reset fails the test. */
  public Optional<String> nextLine() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) {
          if (line.size() > 0) {
            throw new AssertionError("the stream ended inside a line: " + text(line));
          }
          return Optional.empty();
        }
        line.write(b);
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("nothing within " + PATIENCE + " after: " + text(line), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.of(text(line));
  }

  /** All messages up to the end of the stream. */
  public List<Received> readToEnd() {
    List<Received> messages = new ArrayList<>();
    for (Optional<String> line = nextLine(); line.isPresent(); line = nextLine()) {
      messages.add(Received.parse(line.get()));
    }
    return messages;
  }

  /** Reads and throws away until the connection is over, by its end or by a reset. */
  public void readUntilGone() {
    byte[] buffer = new byte[65_536];
    try {
      int read;
      do {
        read = in.read(buffer);
      } while (read >= 0);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("still open after " + PATIENCE, e);
    } catch (IOException e) {
      // A reset is an end as well.
      return;
    }
  }

  /** One read of at most so many bytes, as clients in the field do it. */
  public byte[] receive(int bytesMax) {
    try {
      byte[] buffer = new byte[bytesMax];
      int read = socket.getInputStream().read(buffer);
      return Arrays.copyOf(buffer, Math.max(0, read));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless the stream ends here. */
  public void expectEnd() {
    nextLine()
        .ifPresent(line -> {
          throw new AssertionError("the end was expected, not: " + line);
        });
  }

  /**
   * Fails if anything waits. Asks for the time first: whatever was sent to this user before would
   * stand before that reply.
   */
  public void expectNothing() {
    Received next = say("/time", "").read();
    if (!next.msg().startsWith("Server time: ")) {
      throw new AssertionError("nothing was expected, not: " + next);
    }
  }

  /** Ends this side of the connection and keeps reading. */
  public TestClient endOutput() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets reads wait for as long as the connection lasts: for a thread that does nothing else. */
  public void readWithoutDeadline() {
    try {
      socket.setSoTimeout(0);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes away without a word: the server sees a reset. */
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(ByteArrayOutputStream line) {
    return line.toString(StandardCharsets.UTF_8);
  }
}
