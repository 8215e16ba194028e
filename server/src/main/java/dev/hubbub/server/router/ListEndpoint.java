package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import java.util.List;

/** {@code /list}: everyone on line but the requester. */
final class ListEndpoint implements Endpoint {
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
  public String handle(Session requester, Message request) {
    List<String> others =
        registry.inJoinOrder().stream()
            .filter(session -> session != requester)
            .map(Session::name)
            .toList();
    return others.isEmpty() ? ServerTexts.ONLY_USER : ServerTexts.onlineUsers(others);
  }
}
