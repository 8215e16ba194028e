package dev.hubbub.server.wire;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections at the door. Safe to use from any thread. */
final class ConnectionGate {
  private final int connectionsMax;
  private final AtomicInteger connections = new AtomicInteger();

  ConnectionGate(int connectionsMax) {
    this.connectionsMax = connectionsMax;
  }

  /** Lets a connection in, which must {@link #leave} once; or doesn't when the house is full. */
  boolean enter() {
    int before = connections.getAndUpdate(n -> n < connectionsMax ? n + 1 : n);
    return before < connectionsMax;
  }

  /** How many are in. */
  int inside() {
    return connections.get();
  }

  void leave() {
    connections.decrementAndGet();
  }
}
