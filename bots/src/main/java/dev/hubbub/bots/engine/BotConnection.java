package dev.hubbub.bots.engine;

import dev.hubbub.bots.driver.InboundListener;
import dev.hubbub.bots.driver.LoadPayload;
import dev.hubbub.bots.driver.MessageReader;
import dev.hubbub.measure.NanoClock;
import dev.hubbub.protocol.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection of a user, from its handshake to its end. */
final class BotConnection extends ChannelInboundHandlerAdapter implements InboundListener {
  private static final long LEAVE_SECONDS_MAX = 5;

  private enum Stage {
    HANDSHAKE,
    REGISTERED,
    LEAVING,
    OVER
  }

  private final Bot bot;
  private final SocketChannel channel;
  private final Handshake handshake;
  private final ConnectionListener listener;
  private final NanoClock clock;
  private final long begunNs;
  private final MessageReader reader;
  private Stage stage = Stage.HANDSHAKE;
  private @Nullable Future<?> timeout;

  BotConnection(
      Bot bot,
      SocketChannel channel,
      LoadPayload payload,
      Handshake handshake,
      ConnectionListener listener,
      NanoClock clock,
      long begunNs) {
    this.bot = bot;
    this.channel = channel;
    this.handshake = handshake;
    this.listener = listener;
    this.clock = clock;
    this.begunNs = begunNs;
    this.reader = new MessageReader(payload, this);
  }

  Channel channel() {
    return channel;
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
    if (stage == Stage.HANDSHAKE) {
      abandon();
      handshake.failed(bot, reason);
    }
  }

  /** Closes without telling the handshake: another connection goes on with it. */
  void abandon() {
    over();
    channel.close();
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
    timeout = channel.eventLoop().schedule(this::leaveNow, LEAVE_SECONDS_MAX, TimeUnit.SECONDS);
    // Shutting down the output would drop what has not been written yet.
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> channel.shutdownOutput());
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    ctx.writeAndFlush(ByteBufUtil.writeAscii(ctx.alloc(), bot.name + "\n"), ctx.voidPromise());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    reader.read(ctx.alloc(), (ByteBuf) bytes);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    reader.close();
    Stage before = stage;
    giveUp("the connection was closed before the welcome");
    over();
    if (before == Stage.REGISTERED || before == Stage.LEAVING) {
      listener.ended(bot, before == Stage.LEAVING);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    giveUp(String.valueOf(cause.getMessage()));
    ctx.close();
  }

  @Override
  public void payload(int worker, long sequence, boolean toEveryone) {
    listener.payload(bot, worker, sequence, toEveryone);
  }

  @Override
  public void message(Message message) {
    if (stage != Stage.HANDSHAKE) {
      listener.message(bot, message);
    } else if (message.msg().startsWith("Welcome")) {
      cancelTimeout();
      stage = Stage.REGISTERED;
      bot.connection(this);
      handshake.registered(bot, clock.nanoTime() - begunNs);
    } else if (message.msg().contains("Error") || message.msg().contains("⛔")) {
      giveUp(message.msg());
    }
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

  private void leaveNow() {
    // No answer to the end of the stream: what follows is an end that nobody wanted.
    stage = Stage.REGISTERED;
    channel.close();
  }

  private void over() {
    stage = Stage.OVER;
    cancelTimeout();
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
