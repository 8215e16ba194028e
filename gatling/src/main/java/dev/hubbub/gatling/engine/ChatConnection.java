package dev.hubbub.gatling.engine;

import dev.hubbub.gatling.engine.ExpectedReplies.Expected;
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
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** The connection of one virtual user, whose steps wait for what the server says on it. */
final class ChatConnection extends SimpleChannelInboundHandler<Message> {
  // Gatling keeps attributes that begin like this when a scenario resets its session.
  private static final String ATTRIBUTE = "gatling.hubbub.connection";

  private final Channel channel;
  private final Deliveries deliveries;
  private final ExpectedReplies expected = new ExpectedReplies();
  private Sender claim;
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

  /** Sends the bytes, which it releases, and expects what may answer them. */
  void send(ByteBuf bytes, Expected answer) {
    if (lostBecause != null) {
      bytes.release();
      answer.onLost().accept(lostBecause);
      return;
    }
    expected.add(answer);
    write(bytes);
  }

  /** What a message was sent with, which the receiver has: it will not be refused. */
  void arrived(Expected refusal) {
    expected.arrived(refusal);
  }

  private void write(ByteBuf bytes) {
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
    if (Replies.isReply(message)) {
      expected.accept(message);
    } else {
      deliveries.received(message);
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
    expected.lose(reason);
  }
}
