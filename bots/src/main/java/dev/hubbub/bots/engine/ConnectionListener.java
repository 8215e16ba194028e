package dev.hubbub.bots.engine;

import dev.hubbub.protocol.Message;

/** Hears of registered connections. */
interface ConnectionListener {
  /** A load message of this run has arrived. */
  void payload(Bot bot, int worker, long sequence, boolean toEveryone);

  /** Another message has arrived. */
  void message(Bot bot, Message message);

  /** Something that is no message has arrived. */
  void invalid(Bot bot, String reason);

  /**
   * The connection has ended.
   *
   * @param wanted whether it was leaving, and the server closed its side in time
   */
  void ended(Bot bot, boolean wanted);
}
