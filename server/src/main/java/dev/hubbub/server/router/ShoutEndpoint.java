package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.outbound.SharedMessage;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import io.netty.buffer.ByteBuf;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code /shout}: the message to everyone but the sender, encoded once. */
final class ShoutEndpoint implements Endpoint {
  // A delivery costs a system call, some ten microseconds: the others of the loop wait for this
  // many.
  private static final int USERS_PER_STEP = 64;

  private final SessionRegistry registry;
  private final PendingTotal memory;
  private final Replies replies;

  ShoutEndpoint(SessionRegistry registry, PendingTotal memory, Replies replies) {
    this.registry = registry;
    this.memory = memory;
    this.replies = replies;
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
  public @Nullable PendingRequest call(Session requester, Message request) {
    Message shout = new Message(requester.sender(), ServerTexts.EVERYONE, request.msg());
    int bytes = MessageEncoder.encodedBytes(shout);
    if (!memory.reserve(bytes)) {
      replies.say(requester, ServerTexts.notAvailable(path()));
      return null;
    }
    ByteBuf encoded = MessageEncoder.encode(shout, bytes, replies.allocator());
    return new Shouting(requester, new SharedMessage(encoded, memory, bytes));
  }

  private final class Shouting implements PendingRequest {
    private final Session requester;
    private final SharedMessage shout;
    private final Iterator<Session> users = registry.inJoinOrder().iterator();
    private int receivers;

    Shouting(Session requester, SharedMessage shout) {
      this.requester = requester;
      this.shout = shout;
    }

    @Override
    public boolean resume() {
      for (int i = 0; i < USERS_PER_STEP && users.hasNext(); i++) {
        Session user = users.next();
        if (user != requester && user.outbound().offer(shout)) {
          receivers++;
        }
      }
      if (users.hasNext()) {
        return false;
      }
      shout.close();
      replies.say(requester, ServerTexts.shouted(receivers));
      return true;
    }

    @Override
    public void abandon() {
      shout.close();
    }
  }
}
