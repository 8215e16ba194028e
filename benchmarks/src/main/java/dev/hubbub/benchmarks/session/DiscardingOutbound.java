package dev.hubbub.benchmarks.session;

import dev.hubbub.server.outbound.Outbound;
import io.netty.buffer.ByteBuf;

/** The outgoing side of a receiver without a socket: takes everything and forgets it. */
final class DiscardingOutbound implements Outbound {
  @Override
  public boolean offer(ByteBuf message) {
    message.release();
    return true;
  }

  @Override
  public boolean reply(ByteBuf reply) {
    return offer(reply);
  }

  @Override
  public void finish() {}
}
