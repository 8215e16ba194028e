package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.outbound.SharedMessage;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** {@code /list}: everyone on line but the requester. */
final class ListEndpoint implements Endpoint {
  // A name costs some fifty nanoseconds.
  private static final int USERS_PER_STEP = 1_024;

  private final SessionRegistry registry;
  private final PendingTotal memory;
  private final Replies replies;

  ListEndpoint(SessionRegistry registry, PendingTotal memory, Replies replies) {
    this.registry = registry;
    this.memory = memory;
    this.replies = replies;
  }

  @Override
  public String path() {
    return "/list";
  }

  @Override
  public String help() {
    return "lists the users on line";
  }

  @Override
  public @Nullable PendingRequest call(Session requester, Message request) {
    return new Listing(requester);
  }

  private final class Listing implements PendingRequest {
    private final Session requester;
    private final ListReply reply = new ListReply(memory, replies.allocator());
    private @Nullable Iterator<Session> users;

    Listing(Session requester) {
      this.requester = requester;
    }

    @Override
    public boolean resume() {
      if (users == null) {
        users = registry.inJoinOrder().iterator();
      }
      StringBuilder names = new StringBuilder();
      int count = 0;
      for (int i = 0; i < USERS_PER_STEP && users.hasNext(); i++) {
        Session user = users.next();
        if (user != requester) {
          names.append(reply.isEmpty() && count == 0 ? "" : ", ").append(user.name());
          count++;
        }
      }
      if (!reply.add(names.toString(), count)) {
        reply.abandon();
        replies.say(requester, ServerTexts.notAvailable(path()));
        return true;
      }
      if (users.hasNext()) {
        return false;
      }
      finish();
      return true;
    }

    private void finish() {
      if (reply.isEmpty()) {
        reply.abandon();
        replies.say(requester, ServerTexts.ONLY_USER);
        return;
      }
      try (SharedMessage list = reply.finish(requester.name())) {
        requester.outbound().reply(list);
      }
    }

    @Override
    public void abandon() {
      reply.abandon();
    }
  }
}
