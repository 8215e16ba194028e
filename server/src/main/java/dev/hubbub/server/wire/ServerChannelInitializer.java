package dev.hubbub.server.wire;

import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.metrics.ServerMetrics.Connection;
import dev.hubbub.server.metrics.ServerMetrics.Handshake;
import dev.hubbub.server.metrics.ServerMetrics.Registration;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.router.Router;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import dev.hubbub.tls.ServerTls;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lists the pipeline of a connection, which changes as its life goes on:
 *
 * <ul>
 *   <li>before all others {@link TlsRecordGate} and TLS, when the server has a certificate;
 *   <li>first {@link RegistrationHandler}, or {@link RejectionHandler} when it is turned away;
 *   <li>for a registered user {@link MessageFramer} and {@link MessageHandler};
 *   <li>at the end {@link ClosingHandler}.
 * </ul>
 */
public final class ServerChannelInitializer extends ChannelInitializer<Channel> {
  // Connections turned away linger for a moment; of more than these the socket is closed at once,
  // so that turning away can't use up the file descriptors. They are part of the reserve in the
  // default of --max-connections.
  private static final int REJECTED_LINGERING_MAX = 32;

  private final SessionRegistry registry;
  private final ServerMetrics metrics;
  private final WireLimits limits;
  private final Protection protection;
  private final Admission admission;
  private final Outbounds outbounds;
  private final Turns turns;
  private final @Nullable ServerTls tls;
  private final UnregisteredConnections unregistered;
  private final MessageHandler messageHandler;
  // The only one of an idle connection, and one for all: listeners of their own, or several, cost
  // each of them some hundred bytes.
  private final ChannelFutureListener onClose = closed -> left(closed.channel());
  private final AtomicInteger rejectedLingering = new AtomicInteger();
  private final ConnectionLog log = new ConnectionLog();
  private volatile boolean finishing;

  /**
   * Makes connections of channels on the given event loops, of whatever kind they are.
   *
   * @param loops all the loops that the channels can be on
   * @param tls null for plain TCP
   * @param memory the bound on what waits for all receivers together
   */
  public ServerChannelInitializer(
      Iterable<EventLoop> loops,
      WireLimits limits,
      Protection protection,
      @Nullable ServerTls tls,
      PendingTotal memory,
      SessionRegistry registry,
      Router router,
      ServerMetrics metrics) {
    this.registry = registry;
    this.metrics = metrics;
    this.limits = limits;
    this.protection = protection;
    this.admission = new Admission(protection);
    this.outbounds = new Outbounds(loops, limits.slowReceivers(), memory, metrics);
    this.turns = new Turns(loops, limits.messageBytesMax(), memory, metrics);
    this.tls = tls;
    this.unregistered = new UnregisteredConnections(protection.unregisteredMax());
    this.messageHandler = new MessageHandler(registry, router, metrics, limits, turns);
    metrics.showConnections(admission::connections);
    metrics.showUnregistered(unregistered::size);
    if (tls != null) {
      metrics.showCertificateEnd(() -> tls.certificateEnd().getEpochSecond());
    }
  }

  @Override
  protected void initChannel(Channel channel) {
    switch (admission.admit(channel)) {
      case ADMITTED -> admit(channel);
      case FORBIDDEN -> {
        metrics.count(Connection.FORBIDDEN);
        log.refused(channel, ConnectionLog.Kind.FORBIDDEN);
        channel.close();
      }
      case FULL -> {
        metrics.count(Connection.FULL);
        log.refused(channel, ConnectionLog.Kind.FULL);
        reject(channel, ServerTexts.SERVER_FULL);
      }
      case TOO_MANY_FROM_ADDRESS -> {
        metrics.count(Connection.TOO_MANY_FROM_ADDRESS);
        log.refused(channel, ConnectionLog.Kind.TOO_MANY_FROM_ADDRESS);
        reject(channel, ServerTexts.TOO_MANY_FROM_ADDRESS);
      }
    }
  }

  /** A connection is to be a user's. */
  void leaveUnregistered(Channel channel) {
    unregistered.remove(channel);
  }

  /** What a connection consists of once its user is registered. */
  void enterSession(ChannelPipeline pipeline, Session session) {
    Channel channel = pipeline.channel();
    channel.attr(MessageHandler.SESSION).set(session);
    log.registered(channel);
    MessageRate rate =
        protection.messagesPerSecondMax() == Protection.NO_LIMIT
            ? null
            : new MessageRate(
                protection.messagesPerSecondMax(), channel.eventLoop().ticker().nanoTime());
    MessageFramer framer = new MessageFramer(turns.framers(channel), rate);
    pipeline.addLast(framer, messageHandler);
    if (finishing) {
      // It was in none of the lists when all others were told.
      channel.eventLoop().execute(session.outbound()::finish);
    }
  }

  /**
   * Ends all connections: those of users after what is queued for them is delivered, others at
   * once.
   */
  void finishAll() {
    finishing = true;
    unregistered.all().forEach(Channel::close);
    registry.inJoinOrder().forEach(session -> session.outbound().finish());
  }

  /** Gives back what unfinished work holds. The loops must not have ended. */
  void abandonTurns() {
    turns.abandon();
  }

  /** Where all that concerns connections is logged. */
  ConnectionLog log() {
    return log;
  }

  /** Logs what was only counted since the last time, so that clients can't fill the disk. */
  void sumUpLog() {
    log.sumUp();
  }

  /** Connections that are open, to users or not. */
  int connections() {
    return admission.connections();
  }

  private void admit(Channel channel) {
    Channel oldest = unregistered.add(channel);
    channel.closeFuture().addListener(onClose);
    metrics.count(Connection.ACCEPTED);
    log.opened(channel);
    ChannelOutbound outbound = outbounds.of(channel);
    addTls(channel, outbound);
    channel
        .pipeline()
        .addLast(
            new RegistrationHandler(
                this, registry, metrics, limits, outbound, requiresCertificate()));
    if (oldest != null) {
      metrics.count(Registration.EVICTED);
      oldest.close();
    }
    if (finishing) {
      // Accepted before the listening socket was closed, and initialised after all others were.
      channel.close();
    }
  }

  private void left(Channel channel) {
    admission.leave(channel);
    unregistered.remove(channel);
  }

  private boolean requiresCertificate() {
    return tls != null && tls.requiresClientCertificate();
  }

  private void addTls(Channel channel, ChannelOutbound outbound) {
    if (tls == null) {
      return;
    }
    SslHandler handler = tls.newHandler(channel.alloc());
    channel.pipeline().addLast(new TlsRecordGate(outbound), handler);
    handler.handshakeFuture().addListener(handshake -> metrics.count(outcome(handshake)));
  }

  private static Handshake outcome(Future<?> handshake) {
    if (handshake.isSuccess()) {
      return Handshake.OK;
    }
    return handshake.cause() instanceof SslHandshakeTimeoutException
        ? Handshake.TIMEOUT
        : Handshake.FAILED;
  }

  private void reject(Channel channel, String reason) {
    if (rejectedLingering.incrementAndGet() > REJECTED_LINGERING_MAX) {
      rejectedLingering.decrementAndGet();
      channel.close();
      return;
    }
    channel.closeFuture().addListener(_ -> rejectedLingering.decrementAndGet());
    ChannelOutbound outbound = outbounds.of(channel);
    addTls(channel, outbound);
    channel.pipeline().addLast(new RejectionHandler(outbound, reason, limits.lingerMax()));
  }
}
