package dev.hubbub.bots.engine;

import dev.hubbub.bots.driver.Driver;
import dev.hubbub.bots.driver.Inbound;
import dev.hubbub.bots.driver.InboundListener;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.tls.TlsFailure;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection of a user, from its handshake to its end. */
final class BotConnection extends ChannelInboundHandlerAdapter implements InboundListener {
  private static final long LEAVE_SECONDS_MAX = 5;
  private static final long NS_PER_SECOND = 1_000_000_000;

  /** What the kernel takes for one that reads slowly; otherwise it would take megabytes. */
  private static final int SLOW_RECEIVE_BYTES = 4_096;

  // Room for a message of the usual size; it grows.
  private static final int OUTGOING_BYTES = 256;

  private enum Stage {
    HANDSHAKE,
    REGISTERED,
    LEAVING,
    OVER
  }

  private final Bot bot;
  private final SocketChannel channel;
  private final Driver driver;
  private final Handshake handshake;
  private final ConnectionListener listener;
  private final NanoClock clock;
  private final long begunNs;
  private final Inbound inbound;
  private int readBytesPerSecond;
  private long bytesJustRead;
  private Stage stage = Stage.HANDSHAKE;
  private @Nullable Future<?> timeout;
  private @Nullable ByteBuf outgoing;

  BotConnection(
      Bot bot,
      SocketChannel channel,
      Driver driver,
      Handshake handshake,
      ConnectionListener listener,
      NanoClock clock,
      long begunNs) {
    this.bot = bot;
    this.channel = channel;
    this.driver = driver;
    this.handshake = handshake;
    this.listener = listener;
    this.clock = clock;
    this.begunNs = begunNs;
    this.inbound = driver.inbound(bot.identity, this);
  }

  Bot bot() {
    return bot;
  }

  Handshake handshake() {
    return handshake;
  }

  /** When the attempt to register began. */
  long begunNs() {
    return begunNs;
  }

  boolean isInHandshake() {
    return stage == Stage.HANDSHAKE;
  }

  /** Gives the handshake so much time in all. */
  void limitHandshake(long nanos) {
    timeout =
        channel
            .eventLoop()
            .schedule(
                () -> giveUp("no welcome within " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms"),
                nanos - (clock.nanoTime() - begunNs),
                TimeUnit.NANOSECONDS);
  }

  /** Ends a handshake that has not come to its end. */
  void giveUp(String reason) {
    fail(reason, false);
  }

  /** Closes without telling the handshake: another connection goes on with it. */
  void abandon() {
    over();
    channel.close();
  }

  /** Reads so many bytes a second from now on, and leaves the rest to the server. */
  void readSlowly(int bytesPerSecond) {
    readBytesPerSecond = bytesPerSecond;
    channel.config().setAutoRead(false);
    channel.config().setReceiveBufferSize(SLOW_RECEIVE_BYTES);
    channel.read();
  }

  /** Reads all there is from now on. */
  void readOn() {
    readBytesPerSecond = 0;
    channel.config().setAutoRead(true);
  }

  /**
   * Ends its own side once everything written is out, and reads until the server ends the other: so
   * nothing gets lost by leaving.
   */
  void leave() {
    if (stage != Stage.REGISTERED) {
      return;
    }
    stage = Stage.LEAVING;
    readOn();
    timeout = channel.eventLoop().schedule(this::leaveNow, LEAVE_SECONDS_MAX, TimeUnit.SECONDS);
    ByteBuf last = outgoing();
    driver.farewell(last);
    outgoing = null;
    // Shutting down the output would drop what has not been written yet. With TLS too, the end is
    // told by TCP alone: TLS's own would end the server's side, with what it holds for this user.
    channel.writeAndFlush(last).addListener(written -> channel.shutdownOutput());
  }

  /** Collects what is to be sent; {@link #flush} lets it go. */
  ByteBuf outgoing() {
    if (outgoing == null) {
      outgoing = channel.alloc().ioBuffer(OUTGOING_BYTES);
    }
    return outgoing;
  }

  /** Hands what is to be sent to the kernel, in one call. */
  void flush() {
    if (outgoing != null) {
      ByteBuf out = outgoing;
      outgoing = null;
      channel.writeAndFlush(out, channel.voidPromise());
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    driver.greet(outgoing(), bot.identity);
    flush();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    bytesJustRead += ((ByteBuf) bytes).readableBytes();
    inbound.read(ctx.alloc(), (ByteBuf) bytes);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (readBytesPerSecond > 0) {
      long pauseNs = NS_PER_SECOND * bytesJustRead / readBytesPerSecond;
      channel.eventLoop().schedule(ctx::read, pauseNs, TimeUnit.NANOSECONDS);
    }
    bytesJustRead = 0;
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    inbound.close();
    Stage before = stage;
    giveUp("the connection was closed before the welcome");
    over();
    if (before == Stage.REGISTERED || before == Stage.LEAVING) {
      listener.ended(bot, before == Stage.LEAVING);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof SslHandshakeCompletionEvent handshakeEnd && !handshakeEnd.isSuccess()) {
      giveUp(TlsFailure.describe(handshakeEnd.cause()));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    giveUp(TlsFailure.describe(cause));
    ctx.close();
  }

  @Override
  public void payload(int worker, long sequence, boolean toEveryone) {
    listener.payload(bot, worker, sequence, toEveryone);
  }

  @Override
  public void registered() {
    if (stage == Stage.HANDSHAKE) {
      cancelTimeout();
      stage = Stage.REGISTERED;
      bot.connection(this);
      handshake.registered(bot, clock.nanoTime() - begunNs);
    }
  }

  @Override
  public void rejected(String reason, boolean full) {
    fail(reason, full);
  }

  @Override
  public void unavailable(String name) {
    listener.unavailable(bot, name);
  }

  @Override
  public void reply(String text) {
    listener.reply(bot, text);
  }

  @Override
  public void chat(String sender) {
    listener.chat(sender);
  }

  @Override
  public void answer(String text) {
    ByteBufUtil.writeAscii(outgoing(), text);
    flush();
  }

  @Override
  public void invalid(String reason, boolean fatal) {
    if (stage == Stage.HANDSHAKE) {
      giveUp("the server sent " + reason);
      return;
    }
    listener.invalid(bot, reason);
    if (fatal) {
      channel.close();
    }
  }

  private void fail(String reason, boolean full) {
    if (stage == Stage.HANDSHAKE) {
      abandon();
      handshake.failed(bot, reason, full);
    }
  }

  private void leaveNow() {
    // No answer to the end of the stream: what follows is an end that nobody wanted.
    stage = Stage.REGISTERED;
    channel.close();
  }

  private void over() {
    stage = Stage.OVER;
    cancelTimeout();
    if (outgoing != null) {
      outgoing.release();
      outgoing = null;
    }
    if (bot.connection() == this) {
      bot.connection(null);
    }
  }

  private void cancelTimeout() {
    if (timeout != null) {
      timeout.cancel(false);
      timeout = null;
    }
  }
}
