package dev.hubbub.gatling.engine;

import dev.hubbub.protocol.Message;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Messages on their way from one virtual user to another, each known by a token at the end of its
 * text. The receiver's connection completes what the sender's began: any thread may call.
 */
final class Deliveries {
  private static final String MARK = " #";

  private final String run = Long.toHexString(ThreadLocalRandom.current().nextLong());
  private final AtomicLong last = new AtomicLong();
  private final Map<String, Consumer<Message>> underWay = new ConcurrentHashMap<>();

  /** Awaits a message; the token that its text must end with. */
  String await(Consumer<Message> onDelivery) {
    String token = MARK + run + "." + last.incrementAndGet();
    underWay.put(token, onDelivery);
    return token;
  }

  /** Awaits it no longer. */
  void forget(String token) {
    underWay.remove(token);
  }

  /** Tells whoever awaits this message. */
  void received(Message message) {
    int mark = message.msg().lastIndexOf(MARK);
    if (mark >= 0) {
      Consumer<Message> awaiting = underWay.remove(message.msg().substring(mark));
      if (awaiting != null) {
        awaiting.accept(message);
      }
    }
  }
}
