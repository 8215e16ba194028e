package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.metrics.ServerMetrics.Connection;
import dev.hubbub.server.router.Router;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.Map;

/**
 * Lists the pipeline of a connection, which changes as its life goes on:
 *
 * <ul>
 *   <li>first {@link RegistrationHandler}, or {@link FullHandler} when there is no room;
 *   <li>for a registered user {@link MessageFramer} and {@link MessageHandler};
 *   <li>at the end {@link ClosingHandler}.
 * </ul>
 */
public final class ServerChannelInitializer extends ChannelInitializer<Channel> {
  // Connections turned away linger for a moment; of more than these the socket is closed at once,
  // so that turning away
  // can't use up the file descriptors.
  private static final int REJECTED_LINGERING_MAX = 32;

  private final SessionRegistry registry;
  private final ServerMetrics metrics;
  private final WireLimits limits;
  private final ConnectionGate gate;
  private final ConnectionGate rejectionGate = new ConnectionGate(REJECTED_LINGERING_MAX);
  private final MessageHandler messageHandler;
  private final Map<EventLoop, StallWatch> stallWatches;
  private final ChannelGroup unregistered =
      new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);

  /** Pipelines for at most so many connections, on the event loops of the given watches. */
  ServerChannelInitializer(
      SessionRegistry registry,
      Router router,
      ServerMetrics metrics,
      WireLimits limits,
      int connectionsMax,
      Map<EventLoop, StallWatch> stallWatches) {
    this.registry = registry;
    this.metrics = metrics;
    this.limits = limits;
    this.gate = new ConnectionGate(connectionsMax);
    this.messageHandler = new MessageHandler(registry, router, metrics, limits);
    this.stallWatches = stallWatches;
  }

  @Override
  protected void initChannel(Channel channel) {
    StallWatch watch = stallWatches.get(channel.eventLoop());
    if (watch == null) {
      throw new IllegalStateException("connection on an event loop that is not the server's");
    }
    ChannelOutbound outbound = new ChannelOutbound(channel, limits.slowReceivers(), watch, metrics);
    if (enter(channel, gate)) {
      metrics.count(Connection.ACCEPTED);
      unregistered.add(channel);
      channel
          .pipeline()
          .addLast(new RegistrationHandler(this, registry, metrics, limits, outbound));
    } else {
      metrics.count(Connection.FULL);
      if (enter(channel, rejectionGate)) {
        channel.pipeline().addLast(new FullHandler(outbound, limits.lingerMax()));
      } else {
        channel.close();
      }
    }
  }

  /** What a connection consists of once its user is registered. */
  void enterSession(ChannelPipeline pipeline, Session session) {
    unregistered.remove(pipeline.channel());
    pipeline.channel().attr(MessageHandler.SESSION).set(session);
    pipeline.addLast(new MessageFramer(limits.messageBytesMax()), messageHandler);
  }

  /**
   * Ends all connections: those of users after what is queued for them is delivered, others at
   * once.
   */
  void finishAll() {
    unregistered.close();
    registry.inJoinOrder().forEach(session -> session.outbound().finish());
  }

  /** Connections that are open, to users or not. */
  int connections() {
    return gate.inside();
  }

  private static boolean enter(Channel channel, ConnectionGate gate) {
    boolean entered = gate.enter();
    if (entered) {
      channel.closeFuture().addListener(_ -> gate.leave());
    }
    return entered;
  }
}
