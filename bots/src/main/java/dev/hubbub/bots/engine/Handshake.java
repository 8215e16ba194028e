package dev.hubbub.bots.engine;

/** Hears how an attempt to register ends: one of the two, once. */
interface Handshake {
  /** The user was welcomed, so long after the attempt began. */
  void registered(Bot bot, long elapsedNs);

  /**
   * It was not.
   *
   * @param reason in words
   * @param full whether the server has no room
   */
  void failed(Bot bot, String reason, boolean full);
}
