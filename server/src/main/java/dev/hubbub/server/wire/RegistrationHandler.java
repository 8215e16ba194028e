package dev.hubbub.server.wire;

import dev.hubbub.protocol.InvalidUsernameException;
import dev.hubbub.protocol.Limits;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.protocol.UnicodeText;
import dev.hubbub.protocol.Username;
import dev.hubbub.protocol.Welcome;
import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.metrics.ServerMetrics.Registration;
import dev.hubbub.server.outbound.SingleMessage;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import dev.hubbub.tls.PeerCertificate;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a connection: gathers the username until it ends, claims it, and makes way for
 * the handlers of messages. A name ends at a line feed, at a brace, which stays in the stream, at
 * the end of the stream, or when no further byte comes for a while.
 */
final class RegistrationHandler extends ChannelInboundHandlerAdapter {
  private final ServerChannelInitializer pipelines;
  private final SessionRegistry registry;
  private final ServerMetrics metrics;
  private final WireLimits limits;
  private final ChannelOutbound outbound;
  private final boolean requiresCertificate;

  private ByteBuf received = Unpooled.EMPTY_BUFFER;
  private int scannedBytes;
  private @Nullable Future<?> deadline;
  private @Nullable Future<?> grace;

  RegistrationHandler(
      ServerChannelInitializer pipelines,
      SessionRegistry registry,
      ServerMetrics metrics,
      WireLimits limits,
      ChannelOutbound outbound,
      boolean requiresCertificate) {
    this.pipelines = pipelines;
    this.registry = registry;
    this.metrics = metrics;
    this.limits = limits;
    this.outbound = outbound;
    this.requiresCertificate = requiresCertificate;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    deadline = schedule(ctx, limits.registrationMax(), () -> expire(ctx));
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    received = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), received, (ByteBuf) msg);
    int end =
        received.forEachByte(
            scannedBytes, received.readableBytes() - scannedBytes, b -> b != '\n' && b != '{');
    if (end >= 0) {
      complete(ctx, end, false);
      return;
    }
    scannedBytes = received.readableBytes();
    if (scannedBytes > Limits.USERNAME_BYTES_MAX) {
      complete(ctx, scannedBytes, false);
    } else {
      restartGrace(ctx, limits.registrationGrace(), () -> graceOver(ctx));
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (InputEnd.isToldBy(event)) {
      if (received.isReadable()) {
        complete(ctx, received.readableBytes(), true);
      } else {
        metrics.count(Registration.GONE);
        ctx.close();
      }
    } else if (event == ConnectionEvent.FINISH) {
      ctx.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (ConnectionFailure.isHalfOpen(cause)) {
      metrics.countHalfOpen();
    }
    ConnectionFailure.end(ctx, cause);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    cancelTimers();
    received.release();
    received = Unpooled.EMPTY_BUFFER;
  }

  // The loop may have been late: what lies in the socket by now belongs to the name. A task
  // scheduled anew runs only
  // after the loop has looked at its sockets once more.
  private void graceOver(ChannelHandlerContext ctx) {
    restartGrace(ctx, Duration.ofNanos(1), () -> complete(ctx, received.readableBytes(), false));
  }

  private void restartGrace(ChannelHandlerContext ctx, Duration delay, Runnable task) {
    if (grace != null) {
      grace.cancel(false);
    }
    grace = schedule(ctx, delay, task);
  }

  private void expire(ChannelHandlerContext ctx) {
    metrics.count(Registration.TIMEOUT);
    SslHandler tls = ctx.pipeline().get(SslHandler.class);
    if (tls != null && !tls.handshakeFuture().isDone()) {
      // Nothing can be said to it.
      ctx.close();
      return;
    }
    reject(ctx, ServerTexts.noUsername(limits.registrationMax()), false);
  }

  /** The name is the first bytes received, so many; what follows is the stream of messages. */
  private void complete(ChannelHandlerContext ctx, int nameBytes, boolean inputEnded) {
    try {
      Username username = Username.parse(received.readSlice(nameBytes));
      requireOwnName(ctx, username);
      register(ctx, username, inputEnded);
    } catch (InvalidUsernameException e) {
      metrics.count(Registration.INVALID);
      reject(ctx, ServerTexts.invalidUsername(e.reason()), inputEnded);
    }
  }

  private void requireOwnName(ChannelHandlerContext ctx, Username username)
      throws InvalidUsernameException {
    if (!requiresCertificate) {
      return;
    }
    String own = PeerCertificate.commonName(ctx.pipeline()).orElse("");
    if (!username.name().equals(own)) {
      throw new InvalidUsernameException(
          "it is not the common name of your certificate, '" + UnicodeText.quote(own) + "'");
    }
  }

  private void register(ChannelHandlerContext ctx, Username username, boolean inputEnded) {
    Optional<Session> claimed = registry.claim(username, RemoteAddress.of(ctx.channel()), outbound);
    if (claimed.isEmpty()) {
      metrics.count(Registration.TAKEN);
      reject(ctx, ServerTexts.USERNAME_TAKEN, inputEnded);
      return;
    }
    metrics.count(Registration.OK);
    // Whoever has its welcome is a user: neither evicted nor closed without a farewell.
    pipelines.leaveUnregistered(ctx.channel());
    welcome(ctx, claimed.get());
    ByteBuf rest = received;
    received = Unpooled.EMPTY_BUFFER;
    pipelines.enterSession(ctx.pipeline(), claimed.get());
    ctx.fireChannelRead(rest);
    if (inputEnded) {
      ctx.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    }
    // A stream that has ended may have closed the channel, and its pipeline with it.
    if (!ctx.isRemoved()) {
      ctx.pipeline().remove(this);
    }
  }

  // The welcome is queued before others can write to the user, and flushed before this loop can
  // write anything else:
  // it comes first and by itself, which clients in the field need, and whoever has it is on line.
  private void welcome(ChannelHandlerContext ctx, Session session) {
    var others = registry.inJoinOrder().stream().map(Session::name).iterator();
    var welcome = Welcome.to(session.name(), others, registry.size());
    outbound.reply(new SingleMessage(welcome, ctx.alloc()));
    registry.join(session);
    outbound.flush();
  }

  private void reject(ChannelHandlerContext ctx, String reason, boolean inputEnded) {
    GuestRejection.reject(ctx, outbound, reason, limits.lingerMax(), inputEnded);
  }

  private void cancelTimers() {
    if (deadline != null) {
      deadline.cancel(false);
    }
    if (grace != null) {
      grace.cancel(false);
    }
  }

  private static Future<?> schedule(ChannelHandlerContext ctx, Duration delay, Runnable task) {
    return ctx.executor().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }
}
