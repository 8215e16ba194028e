package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.session.Session;
import org.jspecify.annotations.Nullable;

/** {@code /standard}: the schema of a message. */
final class StandardEndpoint implements Endpoint {
  private final Replies replies;

  StandardEndpoint(Replies replies) {
    this.replies = replies;
  }

  @Override
  public String path() {
    return "/standard";
  }

  @Override
  public String help() {
    return "shows what a message must look like";
  }

  @Override
  public @Nullable PendingRequest call(Session requester, Message request) {
    replies.say(requester, ServerTexts.SCHEMA);
    return null;
  }
}
