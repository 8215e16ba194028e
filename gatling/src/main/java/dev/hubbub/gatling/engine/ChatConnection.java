package dev.hubbub.gatling.engine;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import dev.hubbub.tls.TlsFailure;
import io.gatling.core.session.Session;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * The connection of one virtual user. The server answers in the order of the requests, so its
 * messages belong to the steps that wait, first come, first served; a step that timed out keeps its
 * place, and its late reply can't be taken for the next one's.
 */
final class ChatConnection extends SimpleChannelInboundHandler<Message> {
  // Gatling keeps attributes that begin like this when a scenario resets its session.
  private static final String ATTRIBUTE = "gatling.hubbub.connection";

  private record Awaited(TimedStep step, Consumer<Message> onReply) {}

  private record Delivering(TimedStep step, String refusal) {}

  private final Channel channel;
  private final Deliveries deliveries;
  private final Queue<Awaited> awaited = new ArrayDeque<>();
  private Sender claim;
  private @Nullable Delivering delivering;
  private @Nullable TimedStep leaving;
  private @Nullable String lostBecause;

  ChatConnection(String username, Channel channel, Deliveries deliveries) {
    this.channel = channel;
    this.deliveries = deliveries;
    this.claim = new Sender(username, "0.0.0.0");
  }

  /** The connection of the virtual user, if it registered one and didn't close it. */
  static Optional<ChatConnection> of(Session session) {
    Option<Object> found = session.attributes().get(ATTRIBUTE);
    return found.isDefined() ? Optional.of((ChatConnection) found.get()) : Optional.empty();
  }

  /**
   * The connection of the virtual user, which must have registered one.
   *
   * @throws IllegalStateException if it has not
   */
  static ChatConnection require(Session session) {
    return of(session).orElseThrow(() -> new IllegalStateException("not registered"));
  }

  /** What the user claims to be, as every client does; the server overwrites it. */
  Sender claim() {
    return claim;
  }

  /** Whether the connection has ended, whoever ended it. */
  boolean isLost() {
    return lostBecause != null;
  }

  Session addTo(Session session) {
    return session.set(ATTRIBUTE, this);
  }

  /** Sends the bytes, which it releases; the server's next reply goes to {@code onReply}. */
  void request(ByteBuf bytes, TimedStep step, Consumer<Message> onReply) {
    if (lostBecause != null) {
      bytes.release();
      step.fail(lostBecause);
      return;
    }
    awaited.add(new Awaited(step, onReply));
    send(bytes);
  }

  /**
   * Sends the bytes, which it releases, to another user. Nothing answers but the refusal; the
   * receiver's connection ends the step.
   */
  void deliver(ByteBuf bytes, TimedStep step, String refusal) {
    if (lostBecause != null) {
      bytes.release();
      step.fail(lostBecause);
      return;
    }
    delivering = new Delivering(step, refusal);
    send(bytes);
  }

  private void send(ByteBuf bytes) {
    channel
        .writeAndFlush(bytes)
        .addListener(sent -> {
          if (!sent.isSuccess()) {
            lose("not sent: " + TlsFailure.describe(sent.cause()));
          }
        });
  }

  /** Ends the own side; the step is done when the server has ended its own too. */
  void leave(TimedStep step) {
    if (lostBecause != null) {
      step.fail(lostBecause);
      return;
    }
    leaving = step;
    step.onFailure(this::close);
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      ((DuplexChannel) channel).shutdownOutput();
    } else {
      tls.closeOutbound();
    }
  }

  /** Closes at once. */
  void close() {
    channel.close();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    InetSocketAddress own = (InetSocketAddress) channel.localAddress();
    claim = new Sender(claim.name(), own.getAddress().getHostAddress());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Message message) {
    Delivering current = delivering;
    if (!Replies.isReply(message)) {
      deliveries.received(message);
    } else if (current != null && message.msg().equals(current.refusal())) {
      delivering = null;
      current.step().fail("refused: " + Replies.headline(message));
    } else {
      Awaited first = awaited.poll();
      if (first != null) {
        first.onReply().accept(message);
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    TimedStep left = leaving;
    if (left != null) {
      left.succeed(left.session().remove(ATTRIBUTE));
    }
    lose("closed by the server");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause.getCause() instanceof SSLException || cause instanceof SSLException) {
      lose("no TLS: " + TlsFailure.describe(cause));
    } else if (cause instanceof DecoderException) {
      Throwable reason = cause.getCause() == null ? cause : cause.getCause();
      lose("invalid reply: " + reason.getMessage());
    } else {
      lose("connection lost: " + cause.getMessage());
    }
    close();
  }

  private void lose(String reason) {
    if (lostBecause == null) {
      lostBecause = reason;
    }
    if (leaving != null) {
      leaving.fail(reason);
    }
    if (delivering != null) {
      delivering.step().fail(reason);
    }
    for (Awaited next = awaited.poll(); next != null; next = awaited.poll()) {
      next.step().fail(reason);
    }
  }
}
