package dev.hubbub.bots.driver;

import dev.hubbub.protocol.Message;

/** Hears what a {@link MessageReader} reads, in the order in which it came. */
interface MessageListener {
  /** A load message of this run. */
  void payload(int worker, long sequence, boolean toEveryone);

  /** Any other message. */
  void message(Message message);

  /**
   * Bytes that are no message.
   *
   * @param fatal whether the stream can't be read further
   */
  void invalid(String reason, boolean fatal);
}
