package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.session.Session;

/** {@code /standard}: the schema of a message. */
final class StandardEndpoint implements Endpoint {
  @Override
  public String path() {
    return "/standard";
  }

  @Override
  public String help() {
    return "shows what a message must look like";
  }

  @Override
  public Work begin(Session requester, Message request) {
    return () -> ServerTexts.SCHEMA;
  }
}
