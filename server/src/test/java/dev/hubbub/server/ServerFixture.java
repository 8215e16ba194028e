package dev.hubbub.server;

import dev.hubbub.cli.Commands;
import dev.hubbub.server.testing.TestClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real server in this process for each test, on a free port, with two event loops and options as
 * on the command line. Its clients are closed after the test.
 */
public final class ServerFixture implements BeforeEachCallback, AfterEachCallback {
  private final List<String> options;
  private final ConcurrentLinkedQueue<TestClient> clients = new ConcurrentLinkedQueue<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private @Nullable ChatServer server;

  private ServerFixture(List<String> options) {
    this.options = options;
  }

  /** A server with the given options, which come before the defaults of these tests. */
  public static ServerFixture with(String... options) {
    return new ServerFixture(List.of(options));
  }

  /** The configuration that a command line stands for. */
  static ServerConfig config(String... options) {
    ServeCommand command = new ServeCommand();
    Commands.commandLine(command, Map.of()).parseArgs(options);
    return command.config(OptionalLong.empty());
  }

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    List<String> all = new ArrayList<>(options);
    if (!all.contains("--event-loops")) {
      all.addAll(List.of("--event-loops", "2"));
    }
    all.addAll(List.of("--host", "127.0.0.1", "--port", "0"));
    server = ChatServer.start(config(all.toArray(String[]::new)), meters);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    clients.forEach(TestClient::close);
    clients.clear();
    server().close();
  }

  public ChatServer server() {
    if (server == null) {
      throw new IllegalStateException("no test is running");
    }
    return server;
  }

  public int port() {
    return server().address().getPort();
  }

  /** A connection without a name. */
  public TestClient connect() {
    return closedLater(TestClient.connect(port()));
  }

  /** A connection without a name, from another address of this machine. */
  public TestClient connectFrom(String address) {
    return closedLater(TestClient.connectFrom(address, port()));
  }

  /** A user that has read its welcome. */
  public TestClient join(String name) {
    return connect().join(name);
  }

  /** Users that have read their welcomes. */
  public List<TestClient> joinAll(String... names) {
    return Stream.of(names).map(this::join).toList();
  }

  /** A user with a small receive buffer, so that little that it doesn't read is taken for it. */
  public TestClient joinWithSmallBuffer(String name) {
    return closedLater(TestClient.connectWithReceiveBuffer(port(), 32_768)).join(name);
  }

  /** What a counter says. */
  public double count(String meter, String tag, String value) {
    return meters.get(meter).tag(tag, value).counter().count();
  }

  /** What a counter says, over all its tags. */
  public double count(String meter) {
    return meters.get(meter).counters().stream().mapToDouble(Counter::count).sum();
  }

  /** What a gauge says. */
  public double gauge(String meter) {
    return meters.get(meter).gauge().value();
  }

  private TestClient closedLater(TestClient client) {
    clients.add(client);
    return client;
  }
}
