package dev.hubbub.bots;

import dev.hubbub.bots.StepProgress.Phase;
import dev.hubbub.bots.worker.WorkerEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Turns what several workers say of a run into what the listener hears. */
final class RunProgress {
  private final WindowListener listener;
  private final Set<Integer> notStarted;
  private final Set<Integer> notEnded;
  private final Map<Integer, WorkerEvent.Progress> latest = new HashMap<>();
  private final long startNs = System.nanoTime();
  private long phaseStartNs = startNs;
  private Phase phase = Phase.SETTLE;

  RunProgress(Set<Integer> workers, WindowListener listener) {
    this.listener = listener;
    this.notStarted = new HashSet<>(workers);
    this.notEnded = new HashSet<>(workers);
  }

  void note(int worker, WorkerEvent event) {
    switch (event) {
      case WorkerEvent.WindowStarted ignored -> {
        if (notStarted.remove(worker) && notStarted.isEmpty()) {
          begin(Phase.WINDOW);
          listener.windowStarted();
        }
      }
      case WorkerEvent.WindowEnded ignored -> {
        if (notEnded.remove(worker) && notEnded.isEmpty()) {
          begin(Phase.DRAIN);
          listener.windowEnded();
        }
      }
      case WorkerEvent.Progress progress -> {
        latest.put(worker, progress);
        listener.progress(summary());
      }
      default -> {
        // An answer that is awaited elsewhere, or of a growth that is over.
      }
    }
  }

  private void begin(Phase next) {
    phase = next;
    phaseStartNs = System.nanoTime();
    latest.clear();
  }

  private StepProgress summary() {
    Double p99Ms =
        latest.values().stream()
            .map(WorkerEvent.Progress::p99Ms)
            .filter(Objects::nonNull)
            .max(Double::compare)
            .orElse(null);
    long nowNs = System.nanoTime();
    return new StepProgress(
        phase,
        Duration.ofNanos(nowNs - startNs),
        Duration.ofNanos(nowNs - phaseStartNs),
        latest.values().stream().mapToLong(WorkerEvent.Progress::sent).sum(),
        latest.values().stream().mapToLong(WorkerEvent.Progress::delivered).sum(),
        p99Ms);
  }
}
