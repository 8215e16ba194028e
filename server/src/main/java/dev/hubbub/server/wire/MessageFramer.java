package dev.hubbub.server.wire;

import dev.hubbub.protocol.ObjectScanner;
import dev.hubbub.server.metrics.ServerMetrics.Pause;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the stream of one connection into objects and passes each on, or a {@link BadFrame}. Holds a
 * buffer only while an object is incomplete.
 *
 * <p>A client is not read from while its own replies wait (the channel is not writable), while a
 * request of its own is under way ({@link #hold}), while it is ahead of the rate that it may send
 * at, while there is no memory for a reply, and while others of the event loop have their turn. The
 * scan then pauses, in the middle of what was read if need be, and nothing is lost.
 */
final class MessageFramer extends ChannelInboundHandlerAdapter {
  // What one client may have done in a turn: a tenth of a millisecond of work, or one message.
  private static final int UNITS_PER_TURN = 32;
  private static final int BYTES_PER_UNIT = 256;

  // Who used up a turn and sends so much again waits for its turn from the beginning. So of all
  // those who flood an event loop, one has a turn each time that it has looked at its sockets.
  private static final int FLOOD_BYTES = 4_096;

  private static final long MEMORY_LOOK_MS = 10;

  // A buffer that may stay with a connection, however little of it is used.
  private static final int REST_BUFFER_BYTES = 256;

  private final FramerLoop loop;
  private final @Nullable MessageRate rate;
  // Null while nothing of an object has come.
  private @Nullable ObjectScanner scanner;
  private ByteBuf unscanned = Unpooled.EMPTY_BUFFER;
  private boolean inputEnded;
  private boolean broken;
  private boolean scanning;
  private boolean held;
  private boolean timed;
  private boolean awaitsTurn;
  private boolean flooding;
  private boolean awaitsReader;
  private int unitsLeft = UNITS_PER_TURN;

  MessageFramer(FramerLoop loop, @Nullable MessageRate rate) {
    this.loop = loop;
    this.rate = rate;
  }

  /** Passes nothing on until {@link #resume}: a request of this client is under way. */
  void hold() {
    held = true;
  }

  /** Goes on after {@link #hold}. */
  void resume(ChannelHandlerContext ctx) {
    held = false;
    scanAnew(ctx);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    ByteBuf in = (ByteBuf) msg;
    loop.metrics().countBytesIn(in.readableBytes());
    if (broken) {
      in.release();
      return;
    }
    unscanned =
        unscanned.isReadable()
            ? ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), unscanned, in)
            : in;
    flooding = flooding && unscanned.readableBytes() >= FLOOD_BYTES;
    if (flooding) {
      awaitTurn(ctx);
    }
    scan(ctx);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable() && awaitsReader) {
      awaitsReader = false;
      awaitTurn(ctx);
    }
    ctx.fireChannelWritabilityChanged();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    unitsLeft = UNITS_PER_TURN;
    ctx.fireChannelReadComplete();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (InputEnd.isToldBy(event)) {
      inputEnded = true;
      scan(ctx);
    } else {
      ctx.fireUserEventTriggered(event);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    broken = true;
    release();
  }

  private void scan(ChannelHandlerContext ctx) {
    if (scanning) {
      // What was passed on made the channel end or read: the scan that caused it goes on by itself.
      return;
    }
    boolean paused = scanAll(ctx);
    if (broken) {
      release();
      return;
    }
    if (paused && unitsLeft <= 0) {
      flooding = true;
      awaitTurn(ctx);
    }
    if (ctx.channel().isActive()) {
      ctx.channel().config().setAutoRead(!paused);
    }
    if (paused) {
      if (!unscanned.isReadable()) {
        release();
      }
      return;
    }
    keepRest(ctx);
    if (inputEnded) {
      endOfInput(ctx);
    }
  }

  /** Passes on what there is; returns whether there may be more. */
  private boolean scanAll(ChannelHandlerContext ctx) {
    ObjectScanner lent = scanner == null ? loop.scanners().lend() : scanner;
    scanning = true;
    boolean more = true;
    while (more && !broken && mayScan(ctx)) {
      more = scanOne(ctx, lent);
    }
    scanning = false;
    scanner = loop.scanners().takeBackIfBetweenObjects(lent) ? null : lent;
    return more;
  }

  private boolean mayScan(ChannelHandlerContext ctx) {
    return !held
        && !timed
        && !awaitsTurn
        && unitsLeft > 0
        && isReader(ctx)
        && hasMemory(ctx)
        && !throttle(ctx);
  }

  private boolean isReader(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) {
      return true;
    }
    if (!awaitsReader) {
      awaitsReader = true;
      loop.metrics().count(Pause.REPLIES);
    }
    return false;
  }

  private boolean hasMemory(ChannelHandlerContext ctx) {
    if (loop.memory().hasRoomForReply()) {
      return true;
    }
    loop.metrics().count(Pause.MEMORY);
    pause(ctx, TimeUnit.MILLISECONDS.toNanos(MEMORY_LOOK_MS));
    return false;
  }

  /** Pauses a client that is ahead of its rate, until it no longer is; returns whether it is. */
  private boolean throttle(ChannelHandlerContext ctx) {
    if (rate == null) {
      return false;
    }
    long waitNs = rate.waitNs(ctx.executor().ticker().nanoTime());
    if (waitNs <= 0) {
      return false;
    }
    loop.metrics().count(Pause.RATE);
    pause(ctx, waitNs);
    return true;
  }

  private void pause(ChannelHandlerContext ctx, long ns) {
    timed = true;
    var _ =
        ctx.executor()
            .schedule(
                () -> {
                  timed = false;
                  scanAnew(ctx);
                },
                ns,
                TimeUnit.NANOSECONDS);
  }

  private void awaitTurn(ChannelHandlerContext ctx) {
    if (!awaitsTurn) {
      awaitsTurn = true;
      loop.readers().add(new NextTurn(ctx), ctx.executor());
    }
  }

  private void scanAnew(ChannelHandlerContext ctx) {
    unitsLeft = UNITS_PER_TURN;
    if (!ctx.isRemoved()) {
      scan(ctx);
    }
  }

  /** Passes on what comes next; returns whether there may be more. */
  private boolean scanOne(ChannelHandlerContext ctx, ObjectScanner lent) {
    ObjectScanner.Found found = lent.scan(unscanned);
    if (rate != null && found != ObjectScanner.Found.NOTHING) {
      rate.count(ctx.executor().ticker().nanoTime());
    }
    unitsLeft--;
    switch (found) {
      case OBJECT -> {
        int bytes = lent.objectBytes();
        unitsLeft -= bytes / BYTES_PER_UNIT;
        ctx.fireChannelRead(unscanned.readRetainedSlice(bytes));
      }
      case GARBAGE -> ctx.fireChannelRead(BadFrame.GARBAGE);
      case TOO_DEEP -> stop(ctx, BadFrame.TOO_DEEP);
      case TOO_LARGE -> stop(ctx, BadFrame.TOO_LARGE);
      case NOTHING -> {
        return false;
      }
    }
    return true;
  }

  private void stop(ChannelHandlerContext ctx, BadFrame reason) {
    broken = true;
    ctx.fireChannelRead(reason);
  }

  private void endOfInput(ChannelHandlerContext ctx) {
    inputEnded = false;
    if (scanner != null && scanner.isInsideObject()) {
      ctx.fireChannelRead(BadFrame.TRUNCATED);
    }
    ctx.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
  }

  // The rest of a read is copied into a buffer of its own size when that of the read is far larger.
  private void keepRest(ChannelHandlerContext ctx) {
    int bytes = unscanned.readableBytes();
    if (bytes == 0) {
      release();
    } else if (unscanned.capacity() > Math.max(REST_BUFFER_BYTES, 2 * bytes)) {
      ByteBuf rest = ctx.alloc().buffer(bytes).writeBytes(unscanned);
      unscanned.release();
      unscanned = rest;
    }
  }

  private void release() {
    unscanned.release();
    unscanned = Unpooled.EMPTY_BUFFER;
  }

  /** The next turn of this client. It holds nothing: what was read is released with the handler. */
  private final class NextTurn implements TurnQueue.Turn {
    private final ChannelHandlerContext ctx;

    NextTurn(ChannelHandlerContext ctx) {
      this.ctx = ctx;
    }

    @Override
    public boolean run() {
      awaitsTurn = false;
      scanAnew(ctx);
      return true;
    }
  }
}
