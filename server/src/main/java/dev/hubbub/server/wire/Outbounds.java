package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.SlowReceiverPolicy;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the outgoing sides of the channels, which share the bound on what waits in all. */
final class Outbounds {
  private final Map<EventLoop, StallWatch> watches = new HashMap<>();
  private final SlowReceiverPolicy policy;
  private final PendingTotal total;
  private final ServerMetrics metrics;

  /** Outgoing sides of channels on the given event loops. */
  Outbounds(
      Iterable<EventLoop> loops,
      SlowReceiverPolicy policy,
      long pendingTotalBytesMax,
      ServerMetrics metrics) {
    this.policy = policy;
    this.metrics = metrics;
    this.total = new PendingTotal(pendingTotalBytesMax, this::relieve);
    loops.forEach(loop -> watches.put(loop, StallWatch.start(loop, policy)));
    metrics.showPendingBytes(total::bytes);
  }

  ChannelOutbound of(Channel channel) {
    StallWatch watch = watches.get(channel.eventLoop());
    if (watch == null) {
      throw new IllegalStateException("connection on an event loop that is not the server's");
    }
    return new ChannelOutbound(channel, policy, watch, total, metrics);
  }

  // Every loop disconnects the receiver that holds most there; shortages in between don't ask
  // again.
  private void relieve() {
    AtomicInteger loopsLeft = new AtomicInteger(watches.size());
    watches.forEach((loop, watch) ->
        loop.execute(() -> {
          watch.cutLargest();
          if (loopsLeft.decrementAndGet() == 0) {
            total.relieved();
          }
        }));
  }
}
