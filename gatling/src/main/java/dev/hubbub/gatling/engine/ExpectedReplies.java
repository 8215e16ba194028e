package dev.hubbub.gatling.engine;

import dev.hubbub.protocol.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the server may still say to one user, in the order of what it was sent: it answers in that
 * order. A request is always answered, a delivery only if it is refused. What timed out keeps its
 * place, so that its late answer is taken for no other's. Belongs to the user's event loop.
 */
final class ExpectedReplies {
  /** So that a user whose deliveries time out, and are not refused, needs no more memory. */
  static final int DELIVERIES_MAX = 64;

  /**
   * One of them.
   *
   * @param refusal the only text that answers it, or null where any does
   * @param onReply is told the answer
   * @param onLost is told why no answer will come
   */
  record Expected(@Nullable String refusal, Consumer<Message> onReply, Consumer<String> onLost) {
    boolean isDelivery() {
      return refusal != null;
    }

    boolean isAnsweredBy(Message reply) {
      return refusal == null || refusal.equals(reply.msg());
    }
  }

  private final Deque<Expected> inOrder = new ArrayDeque<>();

  /** Adds what was just sent. Beyond {@link #DELIVERIES_MAX} the oldest delivery is forgotten. */
  void add(Expected sent) {
    inOrder.add(sent);
    if (sent.isDelivery()
        && inOrder.stream().filter(Expected::isDelivery).count() > DELIVERIES_MAX) {
      forgetOldestDelivery();
    }
  }

  /** A delivery has arrived: it will not be refused. */
  void arrived(Expected delivery) {
    inOrder.removeLastOccurrence(delivery);
  }

  /**
   * Hands a reply to the first that it can answer; what was sent before that stays unanswered. Of
   * deliveries in a row that it refuses all alike the last gets it: a user does one step after the
   * other, so nobody waits for those before.
   */
  void accept(Message reply) {
    if (inOrder.stream().noneMatch(sent -> sent.isAnsweredBy(reply))) {
      return;
    }
    while (!inOrder.element().isAnsweredBy(reply)) {
      inOrder.remove();
    }
    Expected answered = inOrder.element();
    if (answered.isDelivery()) {
      answered = lastRefusedBy(reply, answered);
    }
    inOrder.removeLastOccurrence(answered);
    answered.onReply().accept(reply);
  }

  private Expected lastRefusedBy(Message reply, Expected first) {
    Expected last = first;
    for (Expected next : inOrder) {
      if (!next.isDelivery()) {
        break;
      }
      if (next.isAnsweredBy(reply)) {
        last = next;
      }
    }
    return last;
  }

  /** No reply will come any more. */
  void lose(String reason) {
    for (Expected next = inOrder.poll(); next != null; next = inOrder.poll()) {
      next.onLost().accept(reason);
    }
  }

  private void forgetOldestDelivery() {
    Iterator<Expected> all = inOrder.iterator();
    while (!all.next().isDelivery()) {
      // Requests keep their places.
    }
    all.remove();
  }
}
