package dev.hubbub.server.wire;

import dev.hubbub.server.metrics.ServerMetrics.Cut;
import dev.hubbub.server.outbound.PendingTotal;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes room when too much waits for all receivers together: asks every event loop for those that
 * did not take what they were sent, and disconnects the ones that hold most, until enough is free.
 * Whoever reads is not among them.
 */
final class Relief {
  private record Candidate(ChannelOutbound receiver, long pendingBytes) {}

  private final PendingTotal memory;
  private final AtomicInteger loopsLeft;
  private final List<Candidate> candidates = new ArrayList<>();

  private Relief(PendingTotal memory, int loops) {
    this.memory = memory;
    this.loopsLeft = new AtomicInteger(loops);
  }

  /** Begins; {@link PendingTotal#relieved} is called at the end. Safe to use from any thread. */
  static void begin(Map<EventLoop, OutboundLoop> loops, PendingTotal memory) {
    Relief relief = new Relief(memory, loops.size());
    try {
      loops.forEach((loop, out) -> loop.execute(() -> relief.ask(loop, out.stallWatch())));
    } catch (RejectedExecutionException e) {
      // The server is stopping: its loops have ended, and the connections with them.
      memory.relieved();
    }
  }

  private void ask(EventLoop loop, StallWatch watch) {
    synchronized (candidates) {
      watch
          .behind()
          .forEach(receiver -> candidates.add(new Candidate(receiver, receiver.pendingBytes())));
    }
    if (loopsLeft.decrementAndGet() == 0) {
      cutLargest();
      // Closing gives the memory back a moment later, on the loops of the receivers.
      loop.execute(memory::relieved);
    }
  }

  private void cutLargest() {
    long excess = memory.excessBytes();
    synchronized (candidates) {
      candidates.sort(Comparator.comparingLong(Candidate::pendingBytes).reversed());
      for (Candidate candidate : candidates) {
        if (excess <= 0) {
          return;
        }
        candidate.receiver().cut(Cut.TOTAL);
        excess -= candidate.pendingBytes();
      }
    }
  }
}
