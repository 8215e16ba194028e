package dev.hubbub.bots.chaos;

import dev.hubbub.bots.workload.Abuse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Chaos bots at work, each on a virtual thread of its own: one misdeed after the other, round and
 * round, at least one, until they are stopped. Any thread may call.
 */
public final class ChaosCrew {
  private static final int PAUSE_MS_MIN = 50;
  private static final int PAUSE_MS_MAX = 250;

  /** What has begun may end in this time. */
  private static final Duration END_MAX = Duration.ofSeconds(2);

  private final Map<Abuse, ChaosCount> counts = new EnumMap<>(Abuse.class);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  private ChaosCrew() {}

  /** Starts so many bots, which begin at different misdeeds. */
  public static ChaosCrew start(ChaosTarget target, int bots, Set<Abuse> abuses, long seed) {
    ChaosCrew crew = new ChaosCrew();
    List<Abuse> order = abuses.stream().sorted().toList();
    order.forEach(abuse -> crew.counts.put(abuse, ChaosCount.none(abuse)));
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int bot = 0; bot < bots; bot++) {
      Scene scene = new Scene(target, target.namePrefix() + "-" + bot + "-", seeds.nextLong());
      int first = (int) ((long) bot * order.size() / bots);
      crew.threads.add(
          Thread.ofVirtual().name("chaos-" + bot).start(() -> crew.act(scene, order, first)));
    }
    return crew;
  }

  /** Ends it, which takes a few seconds at most, and tells what was done. */
  public List<ChaosCount> stop() {
    stopping = true;
    long deadlineNs = System.nanoTime() + END_MAX.toNanos();
    try {
      for (Thread thread : threads) {
        thread.join(Duration.ofNanos(Math.max(1, deadlineNs - System.nanoTime())));
      }
      threads.forEach(Thread::interrupt);
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
    synchronized (counts) {
      return List.copyOf(counts.values());
    }
  }

  private void act(Scene scene, List<Abuse> order, int first) {
    try {
      int turn = first;
      do {
        note(once(scene, order.get(turn++ % order.size())));
        Thread.sleep(scene.random().nextInt(PAUSE_MS_MIN, PAUSE_MS_MAX));
      } while (!stopping);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(ChaosCount one) {
    synchronized (counts) {
      counts.merge(one.abuse(), one, ChaosCount::plus);
    }
  }

  /** Does a misdeed once, and says how the server took it. */
  static ChaosCount once(Scene scene, Abuse abuse) throws InterruptedException {
    try {
      Misdeed.of(abuse).commit(scene);
      return new ChaosCount(abuse, 1, 1, 0, 0, List.of());
    } catch (Inconclusive e) {
      return unfinished(abuse);
    } catch (Violation e) {
      return violation(abuse, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      // An interrupt closes the socket of a virtual thread.
      return Thread.currentThread().isInterrupted()
          ? unfinished(abuse)
          : violation(abuse, "the connection broke: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unfinished(abuse);
    }
  }

  private static ChaosCount unfinished(Abuse abuse) {
    return new ChaosCount(abuse, 0, 0, 0, 1, List.of());
  }

  private static ChaosCount violation(Abuse abuse, String what) {
    return new ChaosCount(abuse, 1, 0, 1, 0, List.of(abuse + ": " + what));
  }
}
