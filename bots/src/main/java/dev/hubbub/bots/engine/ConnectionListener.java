package dev.hubbub.bots.engine;

/** Hears of registered connections. */
interface ConnectionListener {
  /** A load message of this run has arrived. */
  void payload(Bot bot, int worker, long sequence, boolean toEveryone);

  /** A message of the user was not delivered, for the server knows nobody of that name. */
  void unavailable(Bot bot, String name);

  /** Another message of the server itself has arrived. */
  void reply(Bot bot, String text);

  /** A message of somebody that is no load message has arrived. */
  void chat(String sender);

  /** Something that is no message has arrived. */
  void invalid(Bot bot, String reason);

  /**
   * The connection has ended.
   *
   * @param wanted whether it was leaving, and the server closed its side in time
   */
  void ended(Bot bot, boolean wanted);
}
