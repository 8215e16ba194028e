package dev.hubbub.measure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * What the threads of a process have used of the processors, by thread id.
 *
 * @param threads times since the start of each thread
 */
public record ThreadTimes(Map<String, Times> threads) {
  /**
   * The times of one thread.
   *
   * @param cpuNs it ran, in nanoseconds
   * @param waitNs it could have run, but waited for a processor that others had, in nanoseconds
   */
  public record Times(long cpuNs, long waitNs) {
    /** No time at all. */
    public static final Times NONE = new Times(0, 0);

    Times atLeast(Times seen) {
      return new Times(Math.max(cpuNs, seen.cpuNs), Math.max(waitNs, seen.waitNs));
    }
  }

  /** Takes a copy of the map. */
  public ThreadTimes {
    threads = Map.copyOf(threads);
  }

  /** Processor time of all threads, in nanoseconds. */
  public long cpuNs() {
    return threads.values().stream().mapToLong(Times::cpuNs).sum();
  }

  /** What was used since an earlier moment of the same process. */
  public ThreadTimes since(ThreadTimes earlier) {
    Map<String, Times> used = new HashMap<>();
    threads.forEach((thread, now) -> {
      Times then = earlier.threads.getOrDefault(thread, Times.NONE);
      used.put(thread, new Times(now.cpuNs - then.cpuNs, now.waitNs - then.waitNs));
    });
    return new ThreadTimes(used);
  }

  /** The times of the thread that used the most: in a program of event loops, of its busiest. */
  public Times busiest() {
    return threads.values().stream().max(Comparator.comparingLong(Times::cpuNs)).orElse(Times.NONE);
  }
}
