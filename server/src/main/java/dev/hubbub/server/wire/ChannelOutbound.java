package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics.Cut;
import dev.hubbub.server.outbound.Outbound;
import dev.hubbub.server.outbound.Outgoing;
import dev.hubbub.server.outbound.PendingTotal;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * The outgoing side of a channel: bounded, and in order for each sender.
 *
 * <p>Any thread may offer; the channel's event loop writes. What is written in one pass of the loop
 * is flushed together at its end, by one system call a receiver.
 */
final class ChannelOutbound implements Outbound {
  /** Set in {@link #state} once nothing new is taken. The bits below it count the waiting bytes. */
  private static final long CLOSING = 1L << 62;

  private static final AtomicLongFieldUpdater<ChannelOutbound> STATE =
      AtomicLongFieldUpdater.newUpdater(ChannelOutbound.class, "state");

  private final Channel channel;
  private final OutboundLoop loop;

  private volatile long state;

  // Whether the kernel left bytes when it was last given some; set by the event loop.
  private volatile boolean behind;

  // The rest is the event loop's.
  private boolean flushScheduled;
  private long givenBytes;
  private long writtenBytes;
  private long progressSeen;
  private int looksWithoutProgress;

  ChannelOutbound(Channel channel, OutboundLoop loop) {
    this.channel = channel;
    this.loop = loop;
  }

  @Override
  public boolean offer(Outgoing message) {
    if (isClosing(state)) {
      return false;
    }
    int memoryBytes = memoryBytes(message);
    return loop.memory().reserve(memoryBytes) && take(message, memoryBytes, false);
  }

  @Override
  public boolean reply(Outgoing reply) {
    if (isClosing(state)) {
      return false;
    }
    int memoryBytes = memoryBytes(reply);
    if (!loop.memory().reserveForReply(memoryBytes)) {
      cut(Cut.TOTAL);
      return false;
    }
    return take(reply, memoryBytes, true);
  }

  @Override
  public void finish() {
    if (channel.eventLoop().inEventLoop()) {
      channel.pipeline().fireUserEventTriggered(ConnectionEvent.FINISH);
    } else {
      channel.eventLoop().execute(this::finish);
    }
  }

  /** Refuses whatever is offered from now on; returns whether that is new. */
  boolean stopAccepting() {
    return !isClosing(STATE.getAndUpdate(this, now -> now | CLOSING));
  }

  /** Bytes accepted and not yet taken by the kernel. */
  long pendingBytes() {
    return state & ~CLOSING;
  }

  /** Whether the kernel did not take all that it was given. */
  boolean isBehind() {
    return behind;
  }

  /**
   * Writes out what is queued, without waiting for the end of the loop's pass. On the event loop
   * only.
   */
  void flush() {
    flushScheduled = false;
    channel.flush();
    behind = givenBytes > 0;
    if (pendingBytes() > 0 && channel.isActive()) {
      loop.stallWatch().watch(this);
    }
  }

  /**
   * Looks whether the receiver takes what waits for it, and disconnects it when it hasn't for too
   * long. On the event loop only.
   *
   * @return whether to look again
   */
  boolean look() {
    if (pendingBytes() == 0 || !channel.isActive()) {
      looksWithoutProgress = 0;
      return false;
    }
    long progress = progressBytes();
    looksWithoutProgress = progress == progressSeen ? looksWithoutProgress + 1 : 0;
    progressSeen = progress;
    if (loop.policy().isStalled(looksWithoutProgress)) {
      cut(Cut.STALL);
      return false;
    }
    return true;
  }

  /** Disconnects the receiver because it does not read. */
  void cut(Cut reason) {
    if (stopAccepting()) {
      loop.metrics().count(reason);
      ConnectionLog.of(channel).slowReceiver(channel);
    }
    channel.close();
  }

  /** Takes a message whose memory is reserved, or gives the memory back. */
  private boolean take(Outgoing message, int memoryBytes, boolean ownReply) {
    int bytes = message.bytes();
    while (true) {
      long now = state;
      boolean closing = isClosing(now);
      if (closing || !(admits(now, bytes, ownReply) || admitsBurst(now, bytes))) {
        loop.memory().release(memoryBytes);
        if (!closing) {
          cut(Cut.BYTES);
        }
        return false;
      }
      if (STATE.compareAndSet(this, now, now + bytes)) {
        return enqueue(message, bytes, memoryBytes);
      }
    }
  }

  private boolean admits(long pending, int bytes, boolean ownReply) {
    return ownReply ? loop.policy().admitsReply(pending) : loop.policy().admits(pending, bytes);
  }

  // What waits may only not have been given to the kernel yet, when many messages come at once.
  private boolean admitsBurst(long pending, int bytes) {
    if (channel.eventLoop().inEventLoop() && flushScheduled) {
      flush();
    }
    return !behind && loop.policy().admitsBurst(pending, bytes);
  }

  private static int memoryBytes(Outgoing message) {
    return message.memoryBytes() + PendingTotal.BYTES_PER_MESSAGE;
  }

  private static boolean isClosing(long state) {
    return (state & CLOSING) != 0;
  }

  private boolean enqueue(Outgoing message, int bytes, int memoryBytes) {
    PendingWrite write = null;
    try {
      write =
          new PendingWrite(channel, this, message.open(), bytes, memoryBytes, message.whenDone());
      if (channel.eventLoop().inEventLoop()) {
        write.run();
      } else {
        channel.eventLoop().execute(write);
      }
      return true;
    } catch (RejectedExecutionException e) {
      // The server is stopping and the loop has ended.
      if (write != null) {
        write.abandon();
      }
      settle(bytes, memoryBytes);
      return false;
    } catch (RuntimeException | OutOfMemoryError e) {
      // Nothing was encoded; what is short is not the receiver.
      settle(bytes, memoryBytes);
      throw e;
    }
  }

  /** So many more bytes are the channel's; on the event loop only. */
  void given(int bytes) {
    givenBytes += bytes;
  }

  /** Flushes what was written at the end of the loop's pass; on the event loop only. */
  void scheduleFlush() {
    if (!channel.isWritable()) {
      // A long run of messages in one pass must not look like a receiver that doesn't read.
      flush();
    } else if (!flushScheduled) {
      flushScheduled = true;
      loop.flushes().add(this);
    }
  }

  /** The kernel has a message, or it won't get there; on the event loop only. */
  void done(PendingWrite write) {
    int bytes = write.bytes();
    writtenBytes += bytes;
    if (write.isSuccess()) {
      loop.metrics().countBytesOut(bytes);
    } else {
      loop.metrics().countUndelivered();
    }
    givenBytes -= bytes;
    if (behind && givenBytes == 0) {
      behind = false;
    }
    settle(bytes, write.memoryBytes());
  }

  /** A message no longer waits. The last of a closing connection lets it end. */
  private void settle(int bytes, int memoryBytes) {
    loop.memory().release(memoryBytes);
    if (STATE.addAndGet(this, -bytes) == CLOSING) {
      channel.pipeline().fireUserEventTriggered(ConnectionEvent.FLUSHED);
    }
  }

  // A message of which a part was taken counts with that part.
  private long progressBytes() {
    ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
    return writtenBytes + (waiting == null ? 0 : waiting.currentProgress());
  }
}
