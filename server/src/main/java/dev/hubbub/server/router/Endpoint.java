package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.server.session.Session;

/** A command of the server, addressed by a receiver that begins with {@code /}. */
interface Endpoint {
  /** What clients write as receiver. */
  String path();

  /** One line on what it does. */
  String help();

  /**
   * Begins what was asked for.
   *
   * @param requester who asked
   * @param request the message as it was sent
   * @return what is to be done, which ends with the text of the reply to the requester
   */
  Work begin(Session requester, Message request);
}
