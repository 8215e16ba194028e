package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.metrics.ServerMetrics.Routed;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.outbound.SingleMessage;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import io.netty.buffer.ByteBufAllocator;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Decides where a message goes: to an endpoint, to a user, or back to the sender with an error. */
public final class Router {
  private final SessionRegistry registry;
  private final Endpoints endpoints;
  private final ByteBufAllocator allocator;
  private final Replies replies;
  private final ServerMetrics metrics;

  /**
   * A router over the users of the registry.
   *
   * @param memory the bound on what waits for all of them
   * @param allocator where encoded messages come from
   */
  public Router(
      SessionRegistry registry,
      PendingTotal memory,
      ByteBufAllocator allocator,
      Clock clock,
      ServerMetrics metrics) {
    this.registry = registry;
    this.allocator = allocator;
    this.replies = new Replies(allocator);
    this.endpoints = new Endpoints(registry, memory, replies, clock);
    this.metrics = metrics;
  }

  /**
   * Routes a message; what it claims about its sender is ignored.
   *
   * @return what is left to do, or null when the message is dealt with
   */
  public @Nullable PendingRequest route(Session sender, Message message) {
    if (message.to().startsWith("/")) {
      return callEndpoint(sender, message);
    }
    metrics.count(deliver(sender, message));
    return null;
  }

  /** Says something to a user, as the server. */
  public void reply(Session to, String text) {
    replies.say(to, text);
  }

  private @Nullable PendingRequest callEndpoint(Session sender, Message message) {
    Endpoint endpoint = endpoints.find(message.to());
    if (endpoint == null) {
      metrics.count(Routed.UNKNOWN_COMMAND);
      reply(sender, ServerTexts.unknownCommand(message.to()));
      return null;
    }
    metrics.count(Routed.ENDPOINT);
    return endpoint.call(sender, message);
  }

  private Routed deliver(Session sender, Message message) {
    Session receiver = registry.find(message.to());
    if (receiver != null) {
      Message stamped = new Message(sender.sender(), message.to(), message.msg());
      if (receiver.outbound().offer(new SingleMessage(stamped, allocator))) {
        return Routed.DELIVERED;
      }
    }
    reply(sender, ServerTexts.notAvailable(message.to()));
    return Routed.UNAVAILABLE;
  }
}
