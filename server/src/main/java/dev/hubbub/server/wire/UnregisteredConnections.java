package dev.hubbub.server.wire;

import io.netty.channel.Channel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connections that have no name yet, oldest first. They are bounded: who connects and says nothing
 * makes room for those who come after. Safe to use from any thread.
 */
final class UnregisteredConnections {
  private final int max;
  private final Set<Channel> inOrder = new LinkedHashSet<>();

  UnregisteredConnections(int max) {
    this.max = max;
  }

  /**
   * Adds a connection; returns the oldest one when it has to go for that, which the caller closes.
   */
  synchronized @Nullable Channel add(Channel channel) {
    inOrder.add(channel);
    if (inOrder.size() <= max) {
      return null;
    }
    Channel oldest = inOrder.iterator().next();
    inOrder.remove(oldest);
    return oldest;
  }

  synchronized void remove(Channel channel) {
    inOrder.remove(channel);
  }

  synchronized int size() {
    return inOrder.size();
  }

  synchronized List<Channel> all() {
    return List.copyOf(inOrder);
  }
}
