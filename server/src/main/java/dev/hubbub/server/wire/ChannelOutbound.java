package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.Outbound;
import dev.hubbub.server.outbound.SlowReceiverPolicy;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
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

  /**
   * Most bytes that may lie between the threads of the senders and the receiver's own. They wait
   * for a processor and not for the receiver, whom it would be wrong to disconnect for them.
   */
  private static final long HANDED_OVER_BYTES_MAX = 16 * 1_024 * 1_024;

  private static final AtomicLongFieldUpdater<ChannelOutbound> STATE =
      AtomicLongFieldUpdater.newUpdater(ChannelOutbound.class, "state");

  private final Channel channel;
  private final SlowReceiverPolicy policy;
  private final StallWatch stallWatch;
  private final PendingTotal total;
  private final ServerMetrics metrics;

  private volatile long state;

  // Whether the kernel left bytes when it was last given some; set by the event loop.
  private volatile boolean behind;

  // The rest is the event loop's.
  private boolean flushScheduled;
  private long givenBytes;
  private long writtenBytes;
  private long progressSeen;
  private int looksWithoutProgress;

  ChannelOutbound(
      Channel channel,
      SlowReceiverPolicy policy,
      StallWatch stallWatch,
      PendingTotal total,
      ServerMetrics metrics) {
    this.channel = channel;
    this.policy = policy;
    this.stallWatch = stallWatch;
    this.total = total;
    this.metrics = metrics;
  }

  @Override
  public boolean offer(ByteBuf message) {
    return take(message, false);
  }

  @Override
  public boolean reply(ByteBuf reply) {
    return take(reply, true);
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

  /**
   * Writes out what is queued, without waiting for the end of the loop's pass. On the event loop
   * only.
   */
  void flush() {
    flushScheduled = false;
    channel.flush();
    behind = givenBytes > 0;
    if (pendingBytes() > 0 && channel.isActive()) {
      stallWatch.watch(this);
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
    if (policy.isStalled(looksWithoutProgress)) {
      cutSlowReceiver();
      return false;
    }
    return true;
  }

  private boolean take(ByteBuf message, boolean ownReply) {
    int bytes = message.readableBytes();
    while (true) {
      long now = state;
      if (isClosing(now)) {
        message.release();
        return false;
      }
      boolean admitted = ownReply ? policy.admitsReply(now) : policy.admits(now, bytes);
      if (!admitted && isReceiverBehind(now + bytes)) {
        message.release();
        cutSlowReceiver();
        return false;
      }
      if (STATE.compareAndSet(this, now, now + bytes)) {
        if (!total.reserve(bytes)) {
          STATE.addAndGet(this, -bytes);
          message.release();
          return false;
        }
        return enqueue(message, bytes);
      }
    }
  }

  // What waits may only not have been given to the kernel yet, when many messages come at once.
  private boolean isReceiverBehind(long bytes) {
    if (channel.eventLoop().inEventLoop() && flushScheduled) {
      flush();
    }
    return behind || bytes > HANDED_OVER_BYTES_MAX;
  }

  private static boolean isClosing(long state) {
    return (state & CLOSING) != 0;
  }

  private boolean enqueue(ByteBuf message, int bytes) {
    PendingWrite write = new PendingWrite(message, bytes);
    if (channel.eventLoop().inEventLoop()) {
      write.run();
      return true;
    }
    try {
      channel.eventLoop().execute(write);
      return true;
    } catch (RejectedExecutionException e) {
      // The server is stopping and the loop has ended.
      message.release();
      total.release(bytes);
      STATE.addAndGet(this, -bytes);
      return false;
    }
  }

  private void scheduleFlush() {
    if (!channel.isWritable()) {
      // A long run of messages in one pass must not look like a receiver that doesn't read.
      flush();
    } else if (!flushScheduled) {
      flushScheduled = true;
      channel.eventLoop().execute(this::flush);
    }
  }

  /** Disconnects the receiver because it does not read. */
  void cutSlowReceiver() {
    if (stopAccepting()) {
      metrics.countSlowReceiver();
      ConnectionLog.of(channel).slowReceiver(channel);
    }
    channel.close();
  }

  // A message of which a part was taken counts with that part.
  private long progressBytes() {
    ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
    return writtenBytes + (waiting == null ? 0 : waiting.currentProgress());
  }

  /** One message on its way through the event loop; counts its bytes until the kernel has them. */
  private final class PendingWrite implements Runnable, ChannelFutureListener {
    private final ByteBuf message;
    private final int bytes;

    PendingWrite(ByteBuf message, int bytes) {
      this.message = message;
      this.bytes = bytes;
    }

    @Override
    public void run() {
      givenBytes += bytes;
      channel.write(message).addListener(this);
      scheduleFlush();
    }

    @Override
    public void operationComplete(ChannelFuture written) {
      writtenBytes += bytes;
      if (written.isSuccess()) {
        metrics.countBytesOut(bytes);
      }
      total.release(bytes);
      givenBytes -= bytes;
      if (behind && givenBytes == 0) {
        behind = false;
      }
      if (STATE.addAndGet(ChannelOutbound.this, -bytes) == CLOSING) {
        channel.pipeline().fireUserEventTriggered(ConnectionEvent.FLUSHED);
      }
    }
  }
}
