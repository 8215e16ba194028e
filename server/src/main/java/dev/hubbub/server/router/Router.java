package dev.hubbub.server.router;

import dev.hubbub.protocol.ForwardableMessage;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.metrics.ServerMetrics.Routed;
import dev.hubbub.server.outbound.ForwardedMessage;
import dev.hubbub.server.outbound.Outgoing;
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
    Session receiver = registry.find(message.to());
    metrics.count(
        receiver != null && receiver.outbound().offer(stamped(sender, message))
            ? Routed.DELIVERED
            : refuse(sender, message.to()));
    return null;
  }

  /** Routes a message that is forwarded as it is, which is always one to a user. */
  public void forward(Session sender, ForwardableMessage message) {
    String to = message.to();
    Session receiver = registry.find(to);
    metrics.count(
        receiver != null
                && receiver
                    .outbound()
                    .offer(new ForwardedMessage(sender.prefix(), message, allocator))
            ? Routed.DELIVERED
            : refuse(sender, to));
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

  private Outgoing stamped(Session sender, Message message) {
    return new SingleMessage(new Message(sender.sender(), message.to(), message.msg()), allocator);
  }

  private Routed refuse(Session sender, String to) {
    reply(sender, ServerTexts.notAvailable(to));
    return Routed.UNAVAILABLE;
  }
}
