package dev.hubbub.client;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.ServerTexts;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A client's side of one connection: registers, sends, sorts what comes in. On the event loop. */
final class ClientHandler extends SimpleChannelInboundHandler<Message> {
  private static final Sender UNSTAMPED = new Sender("", "");

  private final String name;
  private final long replyMaxNs;
  private final Inbox inbox;
  private final Requests requests = new Requests();
  private final CompletableFuture<Message> welcomed = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private @Nullable ChannelHandlerContext context;
  private @Nullable String reason;
  private boolean leaving;
  private boolean flushPlanned;

  ClientHandler(String name, long replyMaxNs, Inbox inbox) {
    this.name = name;
    this.replyMaxNs = replyMaxNs;
    this.inbox = inbox;
  }

  /** The welcome, or why there is none. Completed on the event loop. */
  CompletableFuture<Message> welcomed() {
    return welcomed;
  }

  /** The end of the connection; exceptional if this side did not ask for it. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** Sends a message to a user, and what confirms it. */
  void sendMessage(String to, String text, CompletableFuture<Message> outcome) {
    if (isOpen(outcome)) {
      follow(requests.message(), outcome);
      write(to, text);
      write(Requests.FENCE, "");
    }
  }

  /** Sends a message to an endpoint. */
  void sendEndpoint(String endpoint, String text, CompletableFuture<Message> outcome) {
    if (isOpen(outcome)) {
      follow(requests.endpoint(), outcome);
      write(endpoint, text);
    }
  }

  /** From here on the end of the connection is what was asked for. */
  void leaving() {
    leaving = true;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    ctx.writeAndFlush(ByteBufUtil.writeUtf8(ctx.alloc(), name + "\n"));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, Message message) {
    if (!welcomed.isDone()) {
      register(ctx, message);
    } else if (!requests.answer(message)) {
      noteReason(message);
      inbox.put(message);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    String why = reason == null ? "the server closed the connection" : reason;
    IOException failure = new ConnectionLostException(why, true);
    welcomed.completeExceptionally(failure);
    requests.fail(failure);
    inbox.end(() -> {
      if (leaving) {
        ended.complete(null);
      } else {
        ended.completeExceptionally(failure);
      }
    });
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    Throwable root =
        cause instanceof DecoderException && cause.getCause() instanceof SSLException tls
            ? tls
            : cause;
    if (reason == null) {
      reason = root instanceof SSLException ? "TLS: " + root.getMessage() : root.getMessage();
    }
    ctx.close();
  }

  private void register(ChannelHandlerContext ctx, Message message) {
    String text = message.msg();
    if (message.from().equals(Sender.SERVER) && text.startsWith(ServerTexts.WELCOME)) {
      welcomed.complete(message);
    } else {
      welcomed.completeExceptionally(new RefusedException(text));
      ctx.close();
    }
  }

  private void noteReason(Message message) {
    String text = message.msg();
    if (message.from().equals(Sender.SERVER)
        && (text.equals(ServerTexts.SHUTTING_DOWN)
            || text.startsWith(ServerTexts.FATAL)
            || text.startsWith(ServerTexts.MESSAGE_TOO_LARGE))) {
      reason = text;
    }
  }

  private boolean isOpen(CompletableFuture<Message> outcome) {
    boolean open = context().channel().isActive() && !leaving;
    if (!open) {
      outcome.completeExceptionally(ConnectionLostException.none());
    }
    return open;
  }

  private void follow(Requests.Request request, CompletableFuture<Message> outcome) {
    var limit =
        context()
            .executor()
            .schedule(
                () -> outcome.completeExceptionally(new TimeoutException(overdue())),
                replyMaxNs,
                TimeUnit.NANOSECONDS);
    request
        .outcome()
        .whenComplete((reply, failure) -> {
          limit.cancel(false);
          if (failure == null) {
            outcome.complete(reply);
          } else {
            outcome.completeExceptionally(failure);
          }
        });
  }

  private String overdue() {
    return "no answer within " + TimeUnit.NANOSECONDS.toMillis(replyMaxNs) + " ms";
  }

  private void write(String to, String text) {
    ChannelHandlerContext ctx = context();
    ctx.write(MessageEncoder.encode(new Message(UNSTAMPED, to, text), ctx.alloc()));
    // One flush for all that is sent in one go.
    if (!flushPlanned) {
      flushPlanned = true;
      ctx.executor().execute(this::flush);
    }
  }

  private void flush() {
    flushPlanned = false;
    context().flush();
  }

  private ChannelHandlerContext context() {
    if (context == null) {
      throw new IllegalStateException("not in a pipeline");
    }
    return context;
  }
}
