package dev.hubbub.server.outbound;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory in which messages wait for all receivers together, bounded. An eighth of it is kept
 * for the server's own replies: when messages are refused, their senders can still be told. A
 * shortage asks for relief, which disconnects the receivers that hold most, so that those who read
 * don't suffer for those who don't. Safe to use from any thread.
 */
public final class PendingTotal {
  /** What a message costs beside its bytes while it waits: its place in the queues, about. */
  public static final int BYTES_PER_MESSAGE = 256;

  private static final int REPLIES_SHARE = 8;

  // Any reply but a list, and a list is no reply for this purpose.
  private static final int REPLY_BYTES = 2_048;

  private final long bytesMax;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicBoolean relieving = new AtomicBoolean();
  private volatile Runnable relief = this::relieved;

  /** A bound of so many bytes. */
  public PendingTotal(long bytesMax) {
    this.bytesMax = bytesMax;
  }

  /** From now on a shortage runs this, once until {@link #relieved} is called. */
  public void onShortage(Runnable makeRoom) {
    this.relief = makeRoom;
  }

  /** Takes so many bytes for a message, or none when that is more than what is left for those. */
  public boolean reserve(int more) {
    return reserve(more, bytesMax - bytesMax / REPLIES_SHARE);
  }

  /** Takes so many bytes for a reply, or none when that is more than what is left. */
  public boolean reserveForReply(int more) {
    return reserve(more, bytesMax);
  }

  /** Whether a reply would fit just now; asks for relief when not. */
  public boolean hasRoomForReply() {
    if (bytes.get() + REPLY_BYTES <= bytesMax) {
      return true;
    }
    askForRelief();
    return false;
  }

  /** Gives bytes back. */
  public void release(int fewer) {
    bytes.addAndGet(-fewer);
  }

  /** Room has been made, as far as possible; the next shortage asks again. */
  public void relieved() {
    relieving.set(false);
  }

  /** How many bytes have to go until messages have as much room as is kept for replies. */
  public long excessBytes() {
    return bytes.get() - (bytesMax - 2 * (bytesMax / REPLIES_SHARE));
  }

  /** Bytes that are taken. */
  public long bytes() {
    return bytes.get();
  }

  /** The bound. */
  public long bytesMax() {
    return bytesMax;
  }

  private boolean reserve(int more, long limit) {
    long now = bytes.get();
    while (now + more <= limit) {
      if (bytes.compareAndSet(now, now + more)) {
        return true;
      }
      now = bytes.get();
    }
    askForRelief();
    return false;
  }

  private void askForRelief() {
    if (relieving.compareAndSet(false, true)) {
      relief.run();
    }
  }
}
