package dev.hubbub.bots;

import dev.hubbub.bots.worker.WorkerEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** What all workers of a fleet say, in the order in which it came. Any thread may put. */
final class Mailbox {
  private record Letter(int worker, WorkerEvent event) {}

  private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();

  void put(int worker, WorkerEvent event) {
    letters.add(new Letter(worker, event));
  }

  /**
   * Waits until each of the workers has said an event of the type.
   *
   * @param others hears every other event meanwhile
   * @return the awaited events, by worker
   * @throws WorkerLostException if a worker ends, or one doesn't answer in time
   * @throws IOException if a worker fails
   */
  <E extends WorkerEvent> Map<Integer, E> await(
      Class<E> type,
      Set<Integer> workers,
      Duration timeout,
      BiConsumer<Integer, WorkerEvent> others)
      throws IOException, InterruptedException {
    long deadlineNs = System.nanoTime() + timeout.toNanos();
    Set<Integer> missing = new HashSet<>(workers);
    Map<Integer, E> answers = new HashMap<>();
    while (!missing.isEmpty()) {
      Letter letter = letters.poll(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (letter == null) {
        throw new WorkerLostException(
            missing.iterator().next(), "no answer within " + timeout.toMillis() + " ms");
      }
      if (letter.event instanceof WorkerEvent.Lost lost) {
        throw new WorkerLostException(letter.worker, lost.reason());
      }
      if (letter.event instanceof WorkerEvent.Failed failed) {
        throw new IOException("worker " + letter.worker + ": " + failed.reason());
      }
      if (type.isInstance(letter.event)) {
        answers.put(letter.worker, type.cast(letter.event));
        missing.remove(letter.worker);
      } else {
        others.accept(letter.worker, letter.event);
      }
    }
    return answers;
  }
}
