package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.outbound.SlowReceiverPolicy;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;

/** Makes the outgoing sides of the channels, which share the bound on what waits in all. */
final class Outbounds {
  private final Map<EventLoop, OutboundLoop> loops = new HashMap<>();

  /** Outgoing sides of channels on the given event loops. */
  Outbounds(
      Iterable<EventLoop> eventLoops,
      SlowReceiverPolicy policy,
      PendingTotal memory,
      ServerMetrics metrics) {
    for (EventLoop loop : eventLoops) {
      StallWatch stallWatch = StallWatch.start(loop, policy);
      loops.put(loop, new OutboundLoop(policy, new FlushQueue(loop), stallWatch, memory, metrics));
    }
    memory.onShortage(() -> Relief.begin(loops, memory));
    metrics.showPendingBytes(memory::bytes, memory.bytesMax());
  }

  ChannelOutbound of(Channel channel) {
    OutboundLoop loop = loops.get(channel.eventLoop());
    if (loop == null) {
      throw new IllegalStateException("connection on an event loop that is not the server's");
    }
    return new ChannelOutbound(channel, loop);
  }
}
