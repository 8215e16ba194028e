package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;

/**
 * Who has a turn next, on each event loop: of the requests that concern all users, and of the
 * clients that sent more than one turn's worth. Two queues, so that neither waits for the other.
 */
final class Turns {
  private record Queues(TurnQueue requests, FramerLoop framers) {}

  private final Map<EventLoop, Queues> loops = new HashMap<>();

  Turns(
      Iterable<EventLoop> eventLoops,
      int messageBytesMax,
      PendingTotal memory,
      ServerMetrics metrics) {
    for (EventLoop loop : eventLoops) {
      FramerLoop framers =
          new FramerLoop(new TurnQueue(), new Scanners(messageBytesMax), memory, metrics);
      loops.put(loop, new Queues(new TurnQueue(), framers));
    }
  }

  TurnQueue requests(Channel channel) {
    return of(channel).requests();
  }

  FramerLoop framers(Channel channel) {
    return of(channel).framers();
  }

  /** Gives back what unfinished work holds. The loops must not have ended. */
  void abandon() {
    loops.forEach((loop, queues) ->
        loop.execute(() -> {
          queues.requests().abandon();
          queues.framers().readers().abandon();
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
