package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code /shout}: the message to everyone but the sender, encoded once. */
final class ShoutEndpoint implements Endpoint {
  // A delivery costs a system call, some ten microseconds: the others of the loop wait for this
  // many.
  private static final int USERS_PER_STEP = 256;

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
  public Work begin(Session requester, Message request) {
    Message shout = new Message(requester.sender(), ServerTexts.EVERYONE, request.msg());
    ByteBuf encoded = MessageEncoder.encode(shout, allocator);
    return new Shouting(requester, encoded, registry.inJoinOrder().iterator());
  }

  private static final class Shouting implements Work {
    private final Session requester;
    private final ByteBuf encoded;
    private final Iterator<Session> users;
    private int receivers;

    Shouting(Session requester, ByteBuf encoded, Iterator<Session> users) {
      this.requester = requester;
      this.encoded = encoded;
      this.users = users;
    }

    @Override
    public @Nullable String step() {
      for (int i = 0; i < USERS_PER_STEP && users.hasNext(); i++) {
        Session user = users.next();
        // The receivers share the bytes; each has indices of its own.
        if (user != requester && user.outbound().offer(encoded.retainedDuplicate())) {
          receivers++;
        }
      }
      if (users.hasNext()) {
        return null;
      }
      encoded.release();
      return ServerTexts.shouted(receivers);
    }
  }
}
