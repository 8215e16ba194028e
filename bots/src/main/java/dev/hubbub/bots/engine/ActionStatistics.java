package dev.hubbub.bots.engine;

import dev.hubbub.measure.LatencyRecorder;
import dev.hubbub.measure.result.MessageCounts;

/** Counts one kind of action. */
final class ActionStatistics {
  final LatencyRecorder latency = new LatencyRecorder();
  long offered;
  long sent;
  long delivered;
  long refused;
  long lost;
  long duplicated;
  long reordered;
  long late;

  MessageCounts counts() {
    return new MessageCounts(offered, sent, delivered, refused, lost, duplicated, reordered, late);
  }
}
