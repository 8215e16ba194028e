package dev.hubbub.server.faults;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One of many who come, misbehave and go, each time under a name that nobody had before, until the
 * soak is over. Most of it only the server can tell; what it must answer is held against it.
 */
final class ChaosUser implements Runnable {
  private static final String NOBODY = "nobody";
  private static final Duration PAUSE_MAX = Duration.ofSeconds(4);
  private static final Duration DEAF_MAX = Duration.ofSeconds(15);
  private static final int SMALL_BUFFER_BYTES = 4_096;
  private static final int LONG_BYTES = 60_000;

  private final int port;
  private final String name;
  private final List<String> talkers;
  private final Ledger ledger;
  private final CountDownLatch over;
  private final SplittableRandom random;
  private int lives;

  ChaosUser(
      int port,
      String name,
      List<String> talkers,
      Ledger ledger,
      CountDownLatch over,
      SplittableRandom random) {
    this.port = port;
    this.name = name;
    this.talkers = talkers;
    this.ledger = ledger;
    this.over = over;
    this.random = random;
  }

  /** The name that it had last. */
  String lastName() {
    return name + "-" + lives;
  }

  @Override
  public void run() {
    while (!isOverAfter(PAUSE_MAX)) {
      lives++;
      try {
        live();
      } catch (UncheckedIOException e) {
        // Who misbehaves may be disconnected at any time.
      } catch (AssertionError e) {
        ledger.violation(lastName() + ": " + e);
      }
    }
  }

  private void live() {
    int kind = random.nextInt(1_000);
    if (kind < 30) {
      deaf(kind);
      return;
    }
    if (kind < 200) {
      nameless(kind);
      return;
    }
    try (TestClient client = TestClient.connect(port).join(lastName())) {
      if (kind < 500) {
        chat(client);
      } else if (kind < 650) {
        client.send(halfMessage());
        isOverAfter(PAUSE_MAX);
      } else if (kind < 800) {
        client.send(halfMessage());
        client.reset();
      } else if (kind < 950) {
        garbage(client);
      } else if (kind < 997) {
        client.send("{\"a\":".repeat(20) + "}".repeat(20)).readToEnd();
      } else {
        client.say("/shout", "hello all").endOutput().readToEnd();
      }
    }
  }

  // A message to one who stays and one to nobody; what is refused is answered before what is asked
  // later.
  private void chat(TestClient client) {
    String talker = talkers.get(random.nextInt(talkers.size()));
    client.say(talker, ledger.next(lastName(), talker));
    client.say(NOBODY, ledger.next(lastName(), NOBODY));
    isOverAfter(PAUSE_MAX);
    client.say(talker, ledger.next(lastName(), talker)).say("/time", "");
    for (Received next = client.read(); ; next = client.read()) {
      if (next.msg().startsWith("Server time: ")) {
        break;
      } else if (next.isFromServer()) {
        ledger.refused(lastName(), next.msg().contains(NOBODY) ? NOBODY : talker);
      }
    }
    ledger.assertComplete(lastName(), NOBODY);
    ledger.forget(lastName(), NOBODY);
  }

  // Takes nothing, while there is more for it than the kernel holds: its own requests are not read
  // any more, or it is disconnected.
  private void deaf(int kind) {
    String request =
        kind < 15
            ? Json.message("/list", "").repeat(100)
            : Json.message(lastName(), "x".repeat(LONG_BYTES)).repeat(100);
    TestClient client = TestClient.connectWithReceiveBuffer(port, SMALL_BUFFER_BYTES);
    try (client) {
      client.send(lastName() + "\n" + request);
      isOverAfter(DEAF_MAX);
      client.reset();
    }
  }

  private void nameless(int kind) {
    try (TestClient client = TestClient.connect(port)) {
      switch (kind % 4) {
        case 0 -> client.send("/no name\n").readToEnd();
        case 1 -> client.send(talkers.getFirst() + "\n").readToEnd();
        case 2 -> client.send("half a na").reset();
        default -> isOverAfter(PAUSE_MAX);
      }
    }
  }

  private void garbage(TestClient client) {
    byte[] bytes = new byte[random.nextInt(1, 500)];
    for (int i = 0; i < 30; i++) {
      random.nextBytes(bytes);
      client.send(bytes).send("\n{}");
    }
    client.endOutput().readToEnd();
  }

  private String halfMessage() {
    String message = Json.message(talkers.getFirst(), "x".repeat(random.nextInt(1, 5_000)));
    return message.substring(0, random.nextInt(1, message.length()));
  }

  // Lets a random time pass; returns whether the soak is over.
  private boolean isOverAfter(Duration max) {
    try {
      return over.await(random.nextLong(max.toNanos()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
