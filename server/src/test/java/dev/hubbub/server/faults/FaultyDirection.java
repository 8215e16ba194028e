package dev.hubbub.server.faults;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** One direction of a connection through the proxy: what comes here goes to the other side. */
final class FaultyDirection extends ChannelInboundHandlerAdapter {
  private final Channel to;
  private final Fault fault;
  private final SplittableRandom random;
  private final int lastByte;
  private final Queue<ByteBuf> delayed = new ArrayDeque<>();
  private int passed;
  private long dueNs;

  FaultyDirection(Channel to, Fault fault, SplittableRandom random) {
    this.to = to;
    this.fault = fault;
    this.random = random;
    this.lastByte =
        switch (fault) {
          case Fault.Cut cut -> random.nextInt(cut.bytesMin(), cut.bytesMax());
          case Fault.Reset reset -> random.nextInt(reset.bytesMin(), reset.bytesMax());
          case Fault.Stall stall -> random.nextInt(stall.bytesMin(), stall.bytesMax());
          case Fault.Slice _, Fault.Delay _ -> Integer.MAX_VALUE;
        };
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    ByteBuf bytes = (ByteBuf) msg;
    switch (fault) {
      case Fault.Slice _ -> {
        while (bytes.isReadable()) {
          to.writeAndFlush(bytes.readRetainedSlice(1));
        }
        bytes.release();
      }
      case Fault.Delay delay -> {
        long earliestNs = System.nanoTime() + random.nextLong(delay.max().toNanos());
        dueNs = Math.max(dueNs, earliestNs);
        long waitNs = dueNs - System.nanoTime();
        delayed.add(bytes);
        // Timers that are due at about the same time may run in any order: each passes on what is
        // first.
        ctx.executor()
            .schedule(() -> to.writeAndFlush(delayed.remove()), waitNs, TimeUnit.NANOSECONDS);
      }
      case Fault.Cut _, Fault.Reset _, Fault.Stall _ -> passUntilFault(ctx, bytes);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    // Behind what is still to be written, and never before what is only delayed.
    long waitNs = Math.max(0, dueNs - System.nanoTime() + 1);
    ctx.executor().schedule(() -> endAfterWrites(to), waitNs, TimeUnit.NANOSECONDS);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  private void passUntilFault(ChannelHandlerContext ctx, ByteBuf bytes) {
    int pass = Math.min(bytes.readableBytes(), lastByte - passed);
    passed += pass;
    to.writeAndFlush(bytes.readRetainedSlice(pass));
    bytes.release();
    if (passed < lastByte) {
      return;
    }
    if (fault instanceof Fault.Stall) {
      ctx.channel().config().setAutoRead(false);
      to.config().setAutoRead(false);
      return;
    }
    if (fault instanceof Fault.Reset) {
      ctx.channel().config().setOption(ChannelOption.SO_LINGER, 0);
      to.config().setOption(ChannelOption.SO_LINGER, 0);
    }
    endAfterWrites(to);
    ctx.close();
  }

  private static void endAfterWrites(Channel channel) {
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }
}
