package dev.hubbub.server.wire;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bytes that wait for all receivers together, bounded. When they are used up, messages are refused
 * and the receivers that hold most of them are disconnected, so that those who read don't suffer
 * for those who don't. Safe to use from any thread.
 */
final class PendingTotal {
  private final long bytesMax;
  private final Runnable relief;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicBoolean relieving = new AtomicBoolean();

  /** A bound; {@code relief} begins to make room, and {@link #relieved} tells that it has. */
  PendingTotal(long bytesMax, Runnable relief) {
    this.bytesMax = bytesMax;
    this.relief = relief;
  }

  /** Takes so many bytes, or doesn't when they are more than what is left. */
  boolean reserve(int more) {
    if (bytes.addAndGet(more) <= bytesMax) {
      return true;
    }
    bytes.addAndGet(-more);
    if (relieving.compareAndSet(false, true)) {
      relief.run();
    }
    return false;
  }

  void release(int fewer) {
    bytes.addAndGet(-fewer);
  }

  /** Room has been made, as far as possible; the next shortage asks again. */
  void relieved() {
    relieving.set(false);
  }

  long bytes() {
    return bytes.get();
  }
}
