package dev.hubbub.benchmarks.session;

import dev.hubbub.server.outbound.Outbound;
import dev.hubbub.server.outbound.Outgoing;

/** The outgoing side of a receiver without a socket: takes everything and forgets it. */
final class DiscardingOutbound implements Outbound {
  @Override
  public boolean offer(Outgoing message) {
    message.open().release();
    return true;
  }

  @Override
  public boolean reply(Outgoing reply) {
    return offer(reply);
  }

  @Override
  public void finish() {}
}
