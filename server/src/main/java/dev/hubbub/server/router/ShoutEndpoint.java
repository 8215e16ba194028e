package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** {@code /shout}: the message to everyone but the sender, encoded once. */
final class ShoutEndpoint implements Endpoint {
  private final SessionRegistry registry;
  private final ByteBufAllocator allocator;

  ShoutEndpoint(SessionRegistry registry, ByteBufAllocator allocator) {
    this.registry = registry;
    this.allocator = allocator;
  }

  @Override
  public String path() {
    return "/shout";
  }

  @Override
  public String help() {
    return "sends your message to everyone";
  }

  @Override
  public String handle(Session requester, Message request) {
    Message shout = new Message(requester.sender(), ServerTexts.EVERYONE, request.msg());
    ByteBuf encoded = MessageEncoder.encode(shout, allocator);
    int receivers = 0;
    try {
      for (Session session : registry.inJoinOrder()) {
        // The receivers share the bytes; each has indices of its own.
        if (session != requester && session.outbound().offer(encoded.retainedDuplicate())) {
          receivers++;
        }
      }
    } finally {
      encoded.release();
    }
    return ServerTexts.shouted(receivers);
  }
}
