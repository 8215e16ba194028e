package dev.hubbub.client.terminal;

import dev.hubbub.protocol.Message;

/** What is to be shown of a connection. Called by several threads. */
interface LinkListener {
  /** A message came in. */
  void received(Message message);

  /** The program has something to say; urgent when something is not as it should be. */
  void notice(String text, boolean urgent);
}
