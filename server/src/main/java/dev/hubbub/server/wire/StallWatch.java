package dev.hubbub.server.wire;

import dev.hubbub.server.outbound.SlowReceiverPolicy;
import io.netty.channel.EventLoop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the receivers of one event loop that didn't take at once what was sent to them. One
 * timer a loop, and an empty set while everybody reads. On the event loop only.
 */
final class StallWatch {
  private final Set<ChannelOutbound> behind = new HashSet<>();

  /** A watch that looks at the interval of the policy until the loop ends. */
  static StallWatch start(EventLoop loop, SlowReceiverPolicy policy) {
    StallWatch watch = new StallWatch();
    long intervalNs = policy.lookInterval().toNanos();
    var _ = loop.scheduleWithFixedDelay(watch::look, intervalNs, intervalNs, TimeUnit.NANOSECONDS);
    return watch;
  }

  void watch(ChannelOutbound outbound) {
    behind.add(outbound);
  }

  /** The receivers that did not take at once what they were sent, and for whom some still waits. */
  List<ChannelOutbound> behind() {
    return behind.stream().filter(ChannelOutbound::isBehind).toList();
  }

  private void look() {
    behind.removeIf(outbound -> !outbound.look());
  }
}
