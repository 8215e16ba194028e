package dev.hubbub.server.wire;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides at the door which connections may come in. Safe to use from any thread. */
final class Admission {
  /** What is decided. */
  enum Decision {
    ADMITTED,
    /** From an address that is not allowed: closed without a word. */
    FORBIDDEN,
    FULL,
    TOO_MANY_FROM_ADDRESS
  }

  private final Protection protection;
  private final AtomicInteger connections = new AtomicInteger();
  private final ConcurrentMap<InetAddress, Integer> perAddress = new ConcurrentHashMap<>();

  Admission(Protection protection) {
    this.protection = protection;
  }

  /** Decides on a connection, and counts it until {@link #leave} when it is admitted. */
  Decision admit(Channel channel) {
    InetSocketAddress address = RemoteAddress.plain(channel);
    if (address == null) {
      // Not from a network: the embedded channels of the tests.
      return enter() ? Decision.ADMITTED : Decision.FULL;
    }
    if (!protection.allowed().contains(address)) {
      return Decision.FORBIDDEN;
    }
    if (!enterFrom(address.getAddress())) {
      return Decision.TOO_MANY_FROM_ADDRESS;
    }
    if (!enter()) {
      leaveFrom(address.getAddress());
      return Decision.FULL;
    }
    return Decision.ADMITTED;
  }

  /** A connection that was admitted has closed. */
  void leave(Channel channel) {
    connections.decrementAndGet();
    if (protection.connectionsPerAddressMax() != Protection.NO_LIMIT) {
      InetSocketAddress address = RemoteAddress.plain(channel);
      if (address != null) {
        leaveFrom(address.getAddress());
      }
    }
  }

  /** Connections that were admitted and have not closed. */
  int connections() {
    return connections.get();
  }

  private boolean enter() {
    int max = protection.connectionsMax();
    return connections.getAndUpdate(n -> n < max ? n + 1 : n) < max;
  }

  private boolean enterFrom(InetAddress address) {
    int max = protection.connectionsPerAddressMax();
    if (max == Protection.NO_LIMIT) {
      return true;
    }
    int[] before = new int[1];
    perAddress.compute(
        address,
        (_, n) -> {
          before[0] = n == null ? 0 : n;
          return before[0] < max ? before[0] + 1 : n;
        });
    return before[0] < max;
  }

  private void leaveFrom(InetAddress address) {
    if (protection.connectionsPerAddressMax() != Protection.NO_LIMIT) {
      perAddress.computeIfPresent(address, (_, n) -> n == 1 ? null : n - 1);
    }
  }
}
