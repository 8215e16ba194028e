package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/** Tells how late an event loop is: how long after its time a task runs. On the event loop only. */
final class LoopLagProbe implements Runnable {
  private static final long INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(100);

  private final EventLoop loop;
  private final ServerMetrics metrics;
  private long dueNs;

  private LoopLagProbe(EventLoop loop, ServerMetrics metrics) {
    this.loop = loop;
    this.metrics = metrics;
  }

  /** Probes the loop until it ends. */
  static void start(EventLoop loop, ServerMetrics metrics) {
    LoopLagProbe probe = new LoopLagProbe(loop, metrics);
    loop.execute(probe::scheduleNext);
  }

  @Override
  public void run() {
    metrics.recordLoopLag(loop.ticker().nanoTime() - dueNs);
    if (!loop.isShuttingDown()) {
      scheduleNext();
    }
  }

  private void scheduleNext() {
    dueNs = loop.ticker().nanoTime() + INTERVAL_NS;
    loop.schedule(this, INTERVAL_NS, TimeUnit.NANOSECONDS);
  }
}
