package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /list}: everyone on line but the requester. */
final class ListEndpoint implements Endpoint {
  private static final int USERS_PER_STEP = 4_096;

  private final SessionRegistry registry;

  ListEndpoint(SessionRegistry registry) {
    this.registry = registry;
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
  public Work begin(Session requester, Message request) {
    return new Listing(requester, registry.inJoinOrder().iterator());
  }

  private static final class Listing implements Work {
    private final Session requester;
    private final Iterator<Session> users;
    private final List<String> others = new ArrayList<>();

    Listing(Session requester, Iterator<Session> users) {
      this.requester = requester;
      this.users = users;
    }

    @Override
    public @Nullable String step() {
      for (int i = 0; i < USERS_PER_STEP && users.hasNext(); i++) {
        Session user = users.next();
        if (user != requester) {
          others.add(user.name());
        }
      }
      if (users.hasNext()) {
        return null;
      }
      return others.isEmpty() ? ServerTexts.ONLY_USER : ServerTexts.onlineUsers(others);
    }
  }
}
