package dev.hubbub.bots.search;

import dev.hubbub.bots.search.Observation.Outcome;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The loads that a search has tried, and what it still believes of them: a load that holds takes
 * back the failures at it and below it.
 *
 * <p>Not safe for use by several threads.
 */
final class Trials {
  // Each with the last step in which it held.
  private final TreeMap<Long, Integer> held = new TreeMap<>();
  private final TreeMap<Long, Failure> failures = new TreeMap<>();
  private int steps;
  private int takenBack;
  private int contradictions;
  private @Nullable Integer firstTakenBack;

  /**
   * A load that failed and was not seen to hold since.
   *
   * @param load that failed
   * @param outcome of its last try
   * @param phase of its last try
   * @param times that it was tried
   * @param lastStep in which it was tried
   */
  record Failure(long load, Outcome outcome, Phase phase, int times, int lastStep) {
    // A single step in which the generator was the limit takes nothing back.
    private boolean counts() {
      return outcome == Outcome.FAILED || times > 1;
    }
  }

  /** Notes what a step showed. */
  void note(Observation observation, Phase phase) {
    steps++;
    long load = observation.load();
    if (observation.outcome() == Outcome.HELD) {
      takeBack(failures.headMap(load, true));
      held.put(load, steps);
    } else {
      Failure before = failures.get(load);
      int times = before == null ? 1 : before.times() + 1;
      failures.put(load, new Failure(load, observation.outcome(), phase, times, steps));
    }
  }

  // Failures older than the first one that was taken back may all come from a server that was cold.
  // A server that still fails by chance after it was seen to be better than that is another matter.
  private void takeBack(NavigableMap<Long, Failure> contradicted) {
    if (contradicted.isEmpty()) {
      return;
    }
    takenBack += contradicted.size();
    Integer first = firstTakenBack;
    if (first == null) {
      firstTakenBack = steps;
    } else {
      contradictions +=
          (int) contradicted.values().stream().filter(one -> one.lastStep() > first).count();
    }
    contradicted.clear();
  }

  /** Steps that were run. */
  int steps() {
    return steps;
  }

  /** Loads whose failure was taken back. */
  int takenBack() {
    return takenBack;
  }

  /** Those of them that a cold server does not explain. */
  int contradictions() {
    return contradictions;
  }

  /** The highest load held below every failure; 0 when there is none. */
  long best() {
    Long best = failures.isEmpty() ? held.floorKey(Long.MAX_VALUE) : below(failures.firstKey());
    return best == null ? 0 : best;
  }

  /** The same, but for failures that prove nothing; null when there is none. */
  @Nullable Long unconfirmed() {
    return failures.values().stream()
        .filter(Failure::counts)
        .findFirst()
        .map(failure -> below(failure.load()))
        .orElseGet(() -> held.isEmpty() ? null : held.lastKey());
  }

  /** What is known to have failed at a load, or null. */
  @Nullable Failure failureAt(long load) {
    return failures.get(load);
  }

  /** The lowest load that failed, or null. */
  @Nullable Failure lowest() {
    Map.Entry<Long, Failure> lowest = failures.firstEntry();
    return lowest == null ? null : lowest.getValue();
  }

  /** The lowest load whose last try ended so, or null. */
  @Nullable Long lowest(Outcome outcome) {
    return failures.values().stream()
        .filter(failure -> failure.outcome() == outcome)
        .map(Failure::load)
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether a failure is as young as the best load: tried twice, and not last before the step that
   * led to it. An older one may tell of a server that was not warm yet.
   */
  boolean isFresh(Failure failure) {
    Integer heldAt = held.get(best());
    return failure.times() > 1 && (heldAt == null || failure.lastStep() >= heldAt - 1);
  }

  private @Nullable Long below(long load) {
    return held.lowerKey(load);
  }
}
