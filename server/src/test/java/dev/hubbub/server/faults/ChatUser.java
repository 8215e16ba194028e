package dev.hubbub.server.faults;

import static org.awaitility.Awaitility.await;

import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user whose every message goes into a ledger. Writes on the thread of the test, reads on one of
 * its own until the connection is over.
 */
final class ChatUser implements AutoCloseable {
  private static final Pattern REFUSED =
      Pattern.compile("❌ Error: User '(.+)' is not available\\.");

  private static final Duration LOOK_INTERVAL = Duration.ofMillis(2);

  private final String name;
  private final TestClient client;
  private final Ledger ledger;
  private final Thread reader;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final Queue<String> otherTexts = new ConcurrentLinkedQueue<>();

  private ChatUser(String name, TestClient client, Ledger ledger) {
    this.name = name;
    this.client = client;
    this.ledger = ledger;
    this.reader = Thread.ofVirtual().name("reader-" + name).unstarted(this::read);
  }

  /** Registers a name through a port of this machine. */
  static ChatUser join(int port, String name, Ledger ledger) {
    return reading(TestClient.connect(port).join(name), name, ledger);
  }

  /** A user on a connection that is registered already. */
  static ChatUser reading(TestClient client, String name, Ledger ledger) {
    client.readWithoutDeadline();
    ChatUser user = new ChatUser(name, client, ledger);
    user.reader.start();
    return user;
  }

  String name() {
    return name;
  }

  /** Sends so many messages to a user. */
  ChatUser say(String to, int messages) {
    for (int i = 0; i < messages; i++) {
      client.say(to, ledger.next(name, to));
    }
    return this;
  }

  /** Sends so many messages of about so many bytes. */
  ChatUser say(String to, int messages, int bytes) {
    for (int i = 0; i < messages; i++) {
      client.say(to, ledger.next(name, to) + " " + "x".repeat(bytes));
    }
    return this;
  }

  /** Sends so many messages unless the connection is over; returns whether it isn't. */
  boolean tryToSay(String to, int messages) {
    try {
      say(to, messages);
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Waits until the server has dealt with all that this user has sent. */
  ChatUser awaitRouted() {
    if (!tryToAwaitRouted()) {
      throw new AssertionError("the connection of " + name + " is over");
    }
    return this;
  }

  /** The same, unless the connection ends before; returns whether it doesn't. */
  boolean tryToAwaitRouted() {
    try {
      client.say("/time", "");
    } catch (UncheckedIOException e) {
      return false;
    }
    int until = asked.incrementAndGet();
    awaitSoon(name + " is answered", () -> answered.get() >= until || !reader.isAlive());
    return answered.get() >= until;
  }

  /** Waits until all messages to a user who stayed are delivered or refused. */
  void awaitSettled(String to) {
    awaitSoon("all of " + name + " to " + to, () -> ledger.open(name, to) <= 0);
  }

  /** Whether the connection has not come to its end yet, as far as is known. */
  boolean isReading() {
    return reader.isAlive();
  }

  /** Waits until the connection is over. */
  void awaitGone() {
    awaitSoon(name + " is gone", () -> !reader.isAlive());
  }

  /** What the server has said besides refusals and answers to {@link #awaitRouted}. */
  Queue<String> otherTexts() {
    return otherTexts;
  }

  @Override
  public void close() {
    client.close();
    awaitGone();
  }

  private static void awaitSoon(String what, BooleanSupplier condition) {
    if (!condition.getAsBoolean()) {
      await(what)
          .atMost(TestClient.PATIENCE)
          .pollInterval(LOOK_INTERVAL)
          .until(condition::getAsBoolean);
    }
  }

  private void read() {
    try {
      for (Optional<String> line = client.nextLine(); line.isPresent(); line = client.nextLine()) {
        take(ledger.read(name, line.get()));
      }
    } catch (UncheckedIOException | AssertionError e) {
      // A reset or a cut inside a line is an end as well; what came before it stands in the ledger.
    }
  }

  private void take(Optional<Received> line) {
    if (line.isEmpty()) {
      return;
    }
    Received message = line.get();
    if (message.to().equals(ServerTexts.EVERYONE)) {
      return;
    }
    if (!message.isFromServer()) {
      ledger.received(name, message);
      return;
    }
    Matcher refused = REFUSED.matcher(message.msg());
    if (refused.matches()) {
      ledger.refused(name, refused.group(1));
    } else if (message.msg().startsWith("Server time: ")) {
      answered.incrementAndGet();
    } else {
      otherTexts.add(message.msg());
    }
  }
}
