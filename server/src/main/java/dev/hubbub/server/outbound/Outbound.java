package dev.hubbub.server.outbound;

import io.netty.buffer.ByteBuf;

/** The outgoing side of one receiver. Safe to use from any thread. */
public interface Outbound {
  /**
   * Queues an encoded message that somebody sent to this receiver, unless too much waits already:
   * such a slow receiver is disconnected. Messages of one thread stay in order.
   *
   * @param message one whole encoded message; ownership passes to the callee whatever the answer
   * @return whether it was queued; false also when the receiver is closing
   */
  boolean offer(ByteBuf message);

  /**
   * Queues an encoded reply to a request of this receiver's own. It may be longer than the limit
   * for waiting bytes, since the receiver isn't read from while its replies wait.
   *
   * @param reply one whole encoded message; ownership passes to the callee whatever the answer
   * @return whether it was queued; false also when the receiver is closing
   */
  boolean reply(ByteBuf reply);

  /**
   * Takes nothing new from now on, writes out what is queued, and closes the connection in such a
   * way that it arrives.
   */
  void finish();
}
