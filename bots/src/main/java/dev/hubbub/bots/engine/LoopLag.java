package dev.hubbub.bots.engine;

import dev.hubbub.measure.NanoClock;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How late an event loop gets to a task that is due every few milliseconds. */
final class LoopLag {
  private static final long PERIOD_NS = TimeUnit.MILLISECONDS.toNanos(5);

  private final EventLoop loop;
  private final NanoClock clock;
  private @Nullable Future<?> next;
  private long lagNsMax;
  private long intervalLagNsMax;
  private long expectedNs;

  LoopLag(EventLoop loop, NanoClock clock) {
    this.loop = loop;
    this.clock = clock;
  }

  void start() {
    lagNsMax = 0;
    intervalLagNsMax = 0;
    expectNext();
  }

  /** Ends the watch; a task that is overdue right now counts. */
  double stopMs() {
    if (next != null) {
      next.cancel(false);
      next = null;
      note();
    }
    return lagNsMax / 1e6;
  }

  /** The longest lag since the last call; a task that is overdue right now counts. */
  double takeMsMax() {
    note();
    double lagMs = intervalLagNsMax / 1e6;
    intervalLagNsMax = 0;
    return lagMs;
  }

  private void tick() {
    note();
    expectNext();
  }

  private void note() {
    long lagNs = clock.nanoTime() - expectedNs;
    lagNsMax = Math.max(lagNsMax, lagNs);
    intervalLagNsMax = Math.max(intervalLagNsMax, lagNs);
  }

  private void expectNext() {
    expectedNs = clock.nanoTime() + PERIOD_NS;
    next = loop.schedule(this::tick, PERIOD_NS, TimeUnit.NANOSECONDS);
  }
}
