package dev.hubbub.server.wire;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The receivers of one event loop that are flushed at the end of its pass: one task for all of
 * them, and one system call for each, however many messages it was sent. On the event loop only.
 */
final class FlushQueue implements Runnable {
  private final EventLoop loop;
  private final Deque<ChannelOutbound> due = new ArrayDeque<>();
  private boolean scheduled;

  FlushQueue(EventLoop loop) {
    this.loop = loop;
  }

  /** Adds a receiver. */
  void add(ChannelOutbound outbound) {
    due.addLast(outbound);
    schedule();
  }

  @Override
  public void run() {
    scheduled = false;
    try {
      // Those that are added meanwhile come in a task of their own, after what else there is to do.
      for (int left = due.size(); left > 0; left--) {
        due.removeFirst().flush();
      }
    } finally {
      if (!due.isEmpty()) {
        schedule();
      }
    }
  }

  private void schedule() {
    if (!scheduled) {
      scheduled = true;
      loop.execute(this);
    }
  }
}
