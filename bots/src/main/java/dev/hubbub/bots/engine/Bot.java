package dev.hubbub.bots.engine;

import dev.hubbub.bots.driver.Identity;
import dev.hubbub.bots.workload.Action;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A user: its name, its connection while it has one, and what it waits for. */
final class Bot {
  /** An action that waits until its user is back. */
  record Held(Action action, Bot peer, long dueNs, int bytes, long awayNs) {
    /** The same as another action. */
    Held as(Action other) {
      return new Held(other, peer, dueNs, bytes, awayNs);
    }
  }

  final int number;
  final Identity identity;
  private final Map<Action, Queue<Long>> requests = new EnumMap<>(Action.class);
  private final Queue<Held> held = new ArrayDeque<>();
  private @Nullable BotConnection connection;

  /** Whether it leaves, or has left, in order to come back. */
  boolean away;

  /** Bytes a second that it reads in this run; 0: all there is. */
  int readBytesPerSecond;

  /** Whether it has written messages that are not flushed. */
  boolean unflushed;

  Bot(int number, Identity identity) {
    this.number = number;
    this.identity = identity;
  }

  void connection(@Nullable BotConnection registered) {
    connection = registered;
  }

  /** Its registered connection, or null. */
  @Nullable BotConnection connection() {
    return connection;
  }

  /** Notes a request that the server answers in order. */
  void asked(Action action, long sequence) {
    requests.computeIfAbsent(action, a -> new ArrayDeque<>()).add(sequence);
  }

  /** The oldest request of a kind that waits for its answer, or null; it waits no more. */
  @Nullable Long answered(Action action) {
    Queue<Long> waiting = requests.get(action);
    return waiting == null ? null : waiting.poll();
  }

  void hold(Held later) {
    held.add(later);
  }

  /** What waited for its return; it waits no more. */
  List<Held> takeHeld() {
    List<Held> taken = List.copyOf(held);
    held.clear();
    return taken;
  }

  /** Whether it reads slowly in this run. */
  boolean isSlow() {
    return readBytesPerSecond > 0;
  }

  /** Whether it can act: registered, and not about to leave. */
  boolean isPresent() {
    return connection != null && !away;
  }
}
