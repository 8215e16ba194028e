package dev.hubbub.bots.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;

/** What a misdeed needs: a server, names that nobody has, and random numbers. */
final class Scene {
  private static final Duration RETRY = Duration.ofMillis(5);

  private final ChaosTarget target;
  private final SplittableRandom random;
  private final String namePrefix;
  private int names;

  /** A scene whose names are told from those of others by their prefix. */
  Scene(ChaosTarget target, String namePrefix, long seed) {
    this.target = target;
    this.namePrefix = namePrefix;
    this.random = new SplittableRandom(seed);
  }

  SplittableRandom random() {
    return random;
  }

  /** A name that was not used before. */
  String newName() {
    return namePrefix + names++;
  }

  /** Connects as a user of that name, who has not said it yet. */
  Client connect(String name) throws IOException {
    return connect(name, 0);
  }

  /** The same with a buffer of so many bytes for what arrives. */
  Client connect(String name, int receiveBytes) throws IOException {
    return new Client(name, new Line(target, receiveBytes));
  }

  /** A user that is registered. */
  Client register(String name) throws IOException, Violation, Inconclusive {
    return register(connect(name));
  }

  /** The user, registered; closed where that fails. */
  Client register(Client client) throws IOException, Violation, Inconclusive {
    try {
      client.send(client.name() + "\n");
      client.expectWelcome();
      return client;
    } catch (IOException | Violation | Inconclusive | RuntimeException e) {
      client.close();
      throw e;
    }
  }

  /**
   * Expects that a name becomes free, and takes it. The server hears of the end of a connection
   * after it has ended here, so it is asked again for a while.
   */
  void expectFree(String name) throws IOException, Violation, Inconclusive, InterruptedException {
    long deadlineNs = System.nanoTime() + target.patience().toNanos();
    while (true) {
      try (Client client = connect(name)) {
        client.send(name + "\n");
        String text = client.answer("the welcome");
        if (Texts.isWelcome(text, name)) {
          return;
        }
        boolean late = System.nanoTime() - deadlineNs > 0;
        if (!text.equals(Texts.TAKEN) || late) {
          throw new Violation("the name of an ended connection is not free: " + Quote.of(text));
        }
      }
      Thread.sleep(RETRY);
    }
  }

  /** A message as it goes over the wire, claimed to be somebody else's. */
  static String message(String to, String msg) {
    return "{\"from\":{\"name\":\"nobody\",\"ip\":\"203.0.113.7\"},\"to\":\""
        + to
        + "\",\"msg\":\""
        + msg
        + "\"}";
  }
}
