package dev.hubbub.bots.driver;

/** Hears what a connection receives, in the order in which it came. */
public interface InboundListener extends PayloadListener {
  /** The server has taken the user in. Said once; before it, only the next one is said. */
  void registered();

  /**
   * The server does not take the user in.
   *
   * @param full whether it has no room
   */
  void rejected(String reason, boolean full);

  /** The server has not delivered a message of the user, for it knows nobody of that name. */
  void unavailable(String name);

  /** Another message of the server itself. */
  void reply(String text);

  /** A message of somebody that is no load message of this run. */
  void chat(String sender);

  /** Something that must be sent right away for the connection to go on, as ASCII text. */
  void answer(String text);

  /**
   * Bytes that are no message.
   *
   * @param fatal whether the stream can't be read further
   */
  void invalid(String reason, boolean fatal);
}
