package dev.hubbub.server.wire;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;

/**
 * Who has a turn next, on each event loop: of the requests that concern all users, and of the
 * clients that sent more than one turn's worth. Two queues, so that neither waits for the other.
 */
final class Turns {
  private record Queues(TurnQueue requests, TurnQueue readers) {}

  private final Map<EventLoop, Queues> loops = new HashMap<>();

  Turns(Iterable<EventLoop> eventLoops) {
    eventLoops.forEach(loop -> loops.put(loop, new Queues(new TurnQueue(), new TurnQueue())));
  }

  TurnQueue requests(Channel channel) {
    return of(channel).requests();
  }

  TurnQueue readers(Channel channel) {
    return of(channel).readers();
  }

  /** Gives back what unfinished work holds. The loops must not have ended. */
  void abandon() {
    loops.forEach((loop, queues) ->
        loop.execute(() -> {
          queues.requests().abandon();
          queues.readers().abandon();
        }));
  }

  private Queues of(Channel channel) {
    Queues queues = loops.get(channel.eventLoop());
    if (queues == null) {
      throw new IllegalStateException("connection on an event loop that is not the server's");
    }
    return queues;
  }
}
