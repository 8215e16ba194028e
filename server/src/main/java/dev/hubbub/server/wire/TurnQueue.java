package dev.hubbub.server.wire;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Work of one event loop that would keep the others of the loop waiting, done in parts: one part
 * each time that the loop has looked at its sockets. One piece of work is finished before the next
 * begins. On the event loop only.
 */
final class TurnQueue {
  /** A piece of work. */
  interface Turn {
    /** Does a part; returns whether that was the last. */
    boolean run();

    /** Gives back what it holds, when it can't be finished. */
    default void abandon() {}
  }

  private final Deque<Turn> waiting = new ArrayDeque<>();
  private boolean scheduled;

  /** Adds work for the given loop, which is always the same. */
  void add(Turn turn, EventExecutor loop) {
    waiting.addLast(turn);
    schedule(loop);
  }

  /** Abandons all work; nothing is done any more. */
  void abandon() {
    waiting.forEach(Turn::abandon);
    waiting.clear();
  }

  private void run(EventExecutor loop) {
    scheduled = false;
    Turn turn = waiting.peekFirst();
    if (turn == null) {
      return;
    }
    boolean done = true;
    try {
      done = turn.run();
    } finally {
      if (done) {
        waiting.removeFirst();
      }
      // Also after the last one: a client that had its turn is read from again, and the loop does
      // not wait before it looks while something is due (ModeratedWakeups).
      schedule(loop);
    }
  }

  // A task scheduled anew runs only after the loop has looked at its sockets. One that is merely
  // executed would run in the same pass.
  private void schedule(EventExecutor loop) {
    if (!scheduled) {
      scheduled = true;
      loop.schedule(() -> run(loop), 1, TimeUnit.NANOSECONDS);
    }
  }
}
