package dev.hubbub.server.outbound;

/** The outgoing side of one receiver. Safe to use from any thread. */
public interface Outbound {
  /**
   * Queues a message that somebody sent to this receiver, unless too much waits already: such a
   * slow receiver is disconnected. Messages of one thread stay in order.
   *
   * @return whether it was queued; false also when the receiver is closing, or when too much waits
   *     for all receivers together
   */
  boolean offer(Outgoing message);

  /**
   * Queues a reply to a request of this receiver's own. It may be longer than the limit for waiting
   * bytes, since the receiver isn't read from while its replies wait. A receiver that can't be
   * answered is disconnected: it is never left without a word.
   *
   * @return whether it was queued; false also when the receiver is closing
   */
  boolean reply(Outgoing reply);

  /**
   * Takes nothing new from now on, writes out what is queued, and closes the connection in such a
   * way that it arrives.
   */
  void finish();
}
