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
  private final Map<EventLoop, StallWatch> watches = new HashMap<>();
  private final SlowReceiverPolicy policy;
  private final PendingTotal memory;
  private final ServerMetrics metrics;

  /** Outgoing sides of channels on the given event loops. */
  Outbounds(
      Iterable<EventLoop> loops,
      SlowReceiverPolicy policy,
      PendingTotal memory,
      ServerMetrics metrics) {
    this.policy = policy;
    this.memory = memory;
    this.metrics = metrics;
    loops.forEach(loop -> watches.put(loop, StallWatch.start(loop, policy)));
    memory.onShortage(() -> Relief.begin(watches, memory));
    metrics.showPendingBytes(memory::bytes, memory.bytesMax());
  }

  ChannelOutbound of(Channel channel) {
    StallWatch watch = watches.get(channel.eventLoop());
    if (watch == null) {
      throw new IllegalStateException("connection on an event loop that is not the server's");
    }
    return new ChannelOutbound(channel, policy, watch, memory, metrics);
  }

  /** The bound that they share. */
  PendingTotal memory() {
    return memory;
  }
}
