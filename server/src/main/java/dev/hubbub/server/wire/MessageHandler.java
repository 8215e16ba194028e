package dev.hubbub.server.wire;

import dev.hubbub.protocol.ForwardableMessage;
import dev.hubbub.protocol.InvalidMessageException;
import dev.hubbub.protocol.MessageDecoder;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.metrics.ServerMetrics.BadInput;
import dev.hubbub.server.router.PendingRequest;
import dev.hubbub.server.router.Router;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.FastThreadLocal;

/**
 * A registered user's connection: decodes, routes, answers bad input, and frees the name at the
 * end. Shared.
 */
@Sharable
final class MessageHandler extends ChannelInboundHandlerAdapter {
  static final AttributeKey<Session> SESSION =
      AttributeKey.valueOf(MessageHandler.class, "SESSION");

  private final SessionRegistry registry;
  private final Router router;
  private final ServerMetrics metrics;
  private final WireLimits limits;
  private final Turns turns;

  // One for each event loop, which reads one message after the other.
  private final FastThreadLocal<ForwardableMessage> forwardables =
      new FastThreadLocal<>() {
        @Override
        protected ForwardableMessage initialValue() {
          return new ForwardableMessage();
        }
      };

  MessageHandler(
      SessionRegistry registry,
      Router router,
      ServerMetrics metrics,
      WireLimits limits,
      Turns turns) {
    this.registry = registry;
    this.turns = turns;
    this.router = router;
    this.metrics = metrics;
    this.limits = limits;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object msg) {
    Session session = session(ctx);
    if (msg instanceof BadFrame bad) {
      rejectFrame(ctx, session, bad);
      return;
    }
    ByteBuf object = (ByteBuf) msg;
    try {
      ForwardableMessage forwardable = forwardables.get();
      if (forwardable.read(object)) {
        router.forward(session, forwardable);
        return;
      }
      PendingRequest rest = router.route(session, MessageDecoder.decode(object));
      if (rest != null) {
        ctx.pipeline().get(MessageFramer.class).hold();
        turns.requests(ctx.channel()).add(new RequestTurn(ctx, rest), ctx.executor());
      }
    } catch (InvalidMessageException e) {
      reject(ctx, session, BadInput.SCHEMA, e.reason());
    } finally {
      object.release();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (InputEnd.isToldBy(event)) {
      end(ctx, session(ctx), true);
    } else if (event == ConnectionEvent.FINISH) {
      router.reply(session(ctx), ServerTexts.SHUTTING_DOWN);
      end(ctx, session(ctx), false);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    registry.release(session(ctx));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (ConnectionFailure.isHalfOpen(cause)) {
      metrics.countHalfOpen();
    }
    ConnectionFailure.end(ctx, cause);
  }

  private void rejectFrame(ChannelHandlerContext ctx, Session session, BadFrame bad) {
    switch (bad) {
      case GARBAGE -> reject(ctx, session, bad.kind(), "expected '{'");
      case TRUNCATED -> reject(ctx, session, bad.kind(), "the stream ended inside an object");
      case TOO_DEEP -> {
        metrics.count(bad.kind());
        ConnectionLog.of(ctx.channel()).badInput(ctx.channel(), "nested too deep");
        router.reply(session, ServerTexts.invalidMessage("nested too deep"));
      }
      case TOO_LARGE -> {
        metrics.count(bad.kind());
        ConnectionLog.of(ctx.channel()).badInput(ctx.channel(), "too large");
        router.reply(session, ServerTexts.messageTooLarge(limits.messageBytesMax()));
      }
    }
    if (bad.isFatal()) {
      end(ctx, session, false);
    }
  }

  private void reject(ChannelHandlerContext ctx, Session session, BadInput kind, String reason) {
    metrics.count(kind);
    ConnectionLog.of(ctx.channel()).badInput(ctx.channel(), reason);
    if (session.countBadInput() < limits.badInputsMax()) {
      router.reply(session, ServerTexts.invalidMessage(reason));
    } else {
      router.reply(session, ServerTexts.tooManyInvalidMessages(reason));
      end(ctx, session, false);
    }
  }

  private void end(ChannelHandlerContext ctx, Session session, boolean inputEnded) {
    if (ctx.isRemoved()) {
      return;
    }
    registry.release(session);
    ctx.pipeline().remove(MessageFramer.class);
    ClosingHandler.begin(ctx, (ChannelOutbound) session.outbound(), limits.lingerMax(), inputEnded);
  }

  private static Session session(ChannelHandlerContext ctx) {
    return ctx.channel().attr(SESSION).get();
  }

  /** A request under way; the requester is read from again when it is done. */
  private record RequestTurn(ChannelHandlerContext ctx, PendingRequest request)
      implements TurnQueue.Turn {
    @Override
    public boolean run() {
      try {
        if (!request.resume()) {
          return false;
        }
      } catch (RuntimeException | OutOfMemoryError e) {
        request.abandon();
        ConnectionFailure.end(ctx, e);
        return true;
      }
      ChannelHandlerContext framer = ctx.pipeline().context(MessageFramer.class);
      if (framer != null) {
        ((MessageFramer) framer.handler()).resume(framer);
      }
      return true;
    }

    @Override
    public void abandon() {
      request.abandon();
    }
  }
}
