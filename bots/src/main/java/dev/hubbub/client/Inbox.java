package dev.hubbub.client;

import dev.hubbub.protocol.Message;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages on their way from the event loop to the listeners. Holds what comes before the first
 * listener. Hands over on a thread of its own, one message after the other, in order.
 *
 * <p>Safe for use by several threads.
 */
final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  // What a message takes besides its characters, roughly.
  private static final int MESSAGE_BYTES_MIN = 128;

  private final long bytesMax;
  private final Consumer<Boolean> reading;
  private final String threadName;
  private final List<Consumer<Message>> listeners = new CopyOnWriteArrayList<>();
  private final Queue<Message> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean paused;
  private @Nullable Thread thread;
  private @Nullable Runnable atEnd;

  /**
   * An empty one.
   *
   * @param bytesMax how much may wait; the last message may go beyond
   * @param reading told false when no more should come, and true when it may again
   */
  Inbox(long bytesMax, Consumer<Boolean> reading, String threadName) {
    this.bytesMax = bytesMax;
    this.reading = reading;
    this.threadName = threadName;
  }

  void put(Message message) {
    boolean full;
    synchronized (this) {
      waiting.add(message);
      waitingBytes += bytes(message);
      full = waitingBytes >= bytesMax && !paused;
      paused |= full;
      notifyAll();
    }
    if (full) {
      reading.accept(false);
    }
  }

  synchronized void listen(Consumer<Message> listener) {
    listeners.add(listener);
    if (thread == null && !(atEnd != null && waiting.isEmpty())) {
      thread = new Thread(this::handOver, threadName);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Nothing comes any more; runs the task once all listeners have had everything. */
  void end(Runnable task) {
    boolean nobodyListens;
    synchronized (this) {
      atEnd = task;
      nobodyListens = thread == null;
      notifyAll();
    }
    if (nobodyListens) {
      task.run();
    }
  }

  /** The thread that calls the listeners, while there is one. */
  synchronized @Nullable Thread thread() {
    return thread;
  }

  private void handOver() {
    try {
      for (Message next = take(); next != null; next = take()) {
        for (Consumer<Message> listener : listeners) {
          tell(listener, next);
        }
      }
      endOfInbox().run();
    } catch (InterruptedException e) {
      // Nobody but a listener has this thread; it ends with the connection unread.
      reading.accept(false);
      Thread.currentThread().interrupt();
    }
  }

  private static void tell(Consumer<Message> listener, Message message) {
    try {
      listener.accept(message);
    } catch (RuntimeException e) {
      LOG.warn("A listener failed on a message of {}", message.from().name(), e);
    }
  }

  private @Nullable Message take() throws InterruptedException {
    Message next;
    boolean resume;
    synchronized (this) {
      while (waiting.isEmpty()) {
        if (atEnd != null) {
          return null;
        }
        wait();
      }
      next = waiting.remove();
      waitingBytes -= bytes(next);
      resume = paused && waitingBytes <= bytesMax / 2;
      if (resume) {
        paused = false;
      }
    }
    if (resume) {
      reading.accept(true);
    }
    return next;
  }

  private synchronized Runnable endOfInbox() {
    return atEnd == null ? () -> {} : atEnd;
  }

  private static long bytes(Message message) {
    return MESSAGE_BYTES_MIN + 2L * (message.to().length() + message.msg().length());
  }
}
