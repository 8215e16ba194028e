package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.server.session.Session;
import org.jspecify.annotations.Nullable;

/** A command of the server, addressed by a receiver that begins with {@code /}. */
interface Endpoint {
  /** What clients write as receiver. */
  String path();

  /** One line on what it does. */
  String help();

  /**
   * Does what was asked for and replies to the requester, or says what is left to do.
   *
   * @param requester who asked
   * @param request the message as it was sent
   * @return what is left, or null when it is done
   */
  @Nullable PendingRequest call(Session requester, Message request);
}
