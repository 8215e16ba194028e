package dev.hubbub.bots.driver;

import dev.hubbub.protocol.Message;

/** Hears what a {@link MessageReader} reads, in the order in which it came. */
interface MessageListener extends PayloadListener {
  /** Any other message. */
  void message(Message message);

  /**
   * Bytes that are no message.
   *
   * @param fatal whether the stream can't be read further
   */
  void invalid(String reason, boolean fatal);
}
