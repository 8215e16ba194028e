package dev.hubbub.server.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.DefaultChannelPromise;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way through the event loop of its receiver, until the kernel has it: the task
 * that writes it, the promise of that write, and who listens to it, in one object. Each message has
 * one of these.
 */
final class PendingWrite extends DefaultChannelPromise implements Runnable, ChannelFutureListener {
  private final ChannelOutbound outbound;
  private final ByteBuf message;
  private final int bytes;
  private final int memoryBytes;
  private final @Nullable Runnable whenDone;

  PendingWrite(
      Channel channel,
      ChannelOutbound outbound,
      ByteBuf message,
      int bytes,
      int memoryBytes,
      @Nullable Runnable whenDone) {
    super(channel);
    this.outbound = outbound;
    this.message = message;
    this.bytes = bytes;
    this.memoryBytes = memoryBytes;
    this.whenDone = whenDone;
  }

  int bytes() {
    return bytes;
  }

  int memoryBytes() {
    return memoryBytes;
  }

  /** Writes the message; on the event loop only. */
  @Override
  public void run() {
    outbound.given(bytes);
    addListener(this);
    channel().write(message, this);
    outbound.scheduleFlush();
  }

  @Override
  public void operationComplete(ChannelFuture written) {
    if (whenDone != null) {
      whenDone.run();
    }
    outbound.done(this);
  }

  /** Gives the message back without writing it: there is no event loop any more. */
  void abandon() {
    message.release();
    if (whenDone != null) {
      whenDone.run();
    }
  }
}
