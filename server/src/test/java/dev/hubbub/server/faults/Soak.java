package dev.hubbub.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.TestClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Users of a server for a while: one in twenty talks to the next one of its kind all the time, and
 * of what they say nothing may be lost; the others are {@link ChaosUser}s.
 */
final class Soak {
  private static final int TALKER_SHARE = 20;
  private static final Duration TALK_PAUSE_MAX = Duration.ofMillis(500);

  private final int port;
  private final SplittableRandom random;
  private final Ledger ledger = new Ledger();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();

  Soak(int port, SplittableRandom random) {
    this.port = port;
    this.random = random;
  }

  /** Runs so many users for so long; when this returns all have left, and all was as it must be. */
  void run(int users, Duration length) throws InterruptedException {
    List<String> names =
        IntStream.range(0, users / TALKER_SHARE).mapToObj(i -> "talker" + i).toList();
    List<ChatUser> talkers = names.stream().map(name -> ChatUser.join(port, name, ledger)).toList();
    List<ChaosUser> chaos =
        IntStream.range(0, users - talkers.size())
            .mapToObj(i -> new ChaosUser(port, "chaos" + i, names, ledger, over, random.split()))
            .toList();
    for (int i = 0; i < talkers.size(); i++) {
      ChatUser from = talkers.get(i);
      String to = names.get((i + 1) % names.size());
      SplittableRandom own = random.split();
      start(() -> talk(from, to, own));
    }
    chaos.forEach(this::start);

    over.await(length.toNanos(), TimeUnit.NANOSECONDS);
    over.countDown();

    for (Thread thread : threads) {
      assertThat(thread.join(TestClient.PATIENCE.multipliedBy(2))).as("%s ends", thread).isTrue();
    }
    await("nothing is under way any more")
        .atMost(TestClient.PATIENCE)
        .until(() -> ledger.openTo(names) == 0);
    List<String> gone = chaos.stream().limit(5).map(ChaosUser::lastName).toList();
    Invariants.assertHold(port, ledger, talkers, gone);
    talkers.forEach(ChatUser::close);
  }

  private void start(Runnable user) {
    threads.add(Thread.ofVirtual().start(user));
  }

  private void talk(ChatUser from, String to, SplittableRandom own) {
    try {
      while (!over.await(own.nextLong(TALK_PAUSE_MAX.toNanos()), TimeUnit.NANOSECONDS)) {
        from.say(to, 1);
      }
    } catch (RuntimeException | InterruptedException e) {
      ledger.violation(from.name() + " can't talk: " + e);
    }
  }
}
