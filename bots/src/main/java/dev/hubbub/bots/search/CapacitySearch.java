package dev.hubbub.bots.search;

import dev.hubbub.bots.search.Move.Finished;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.Observation.Outcome;
import dev.hubbub.bots.search.SearchOutcome.End;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the highest load that a server holds: a geometric ramp until the SLO fails, a known ceiling
 * tried exactly, bisection, then a confirmation over a longer window.
 *
 * <p>No single failure decides, because any step fails now and then on a busy machine: the lowest
 * load that failed is tried again before it counts, and a confirmation too. Where a confirmation
 * fails twice the search backs off, further each time. It gives up as unsteady when too many
 * failures were contradicted or too many confirmations failed.
 *
 * <p>Not safe for use by several threads.
 */
public final class CapacitySearch {
  private static final int BACK_OFFS_MAX = 4;
  private static final int HICCUPS_MAX = 4;

  private final SearchPlan plan;
  private final TreeSet<Long> held = new TreeSet<>();
  // The lowest one bounds the search from above; a load that holds later takes back those below it.
  private final TreeMap<Long, Failure> failures = new TreeMap<>();
  private @Nullable Ceiling ceiling;
  private int steps;
  private int hiccups;
  private int backOffs;
  private boolean outOfTime;
  private Step current;

  private record Failure(Outcome outcome, Phase phase, int times) {
    boolean counts() {
      return outcome == Outcome.FAILED || times > 1;
    }
  }

  /** A search that has run no step yet. */
  public CapacitySearch(SearchPlan plan) {
    this.plan = plan;
    this.ceiling = plan.ceiling();
    this.current = upTo(plan.start(), plan.ceiling());
  }

  /** The step to begin with. */
  public Step first() {
    return current;
  }

  /** What to do after the current step showed this. */
  public Move after(Observation observation) {
    steps++;
    learn(observation);
    Move next = decide(observation);
    if (next instanceof Step step) {
      if (steps >= plan.stepsMax()) {
        return new Finished(stop(End.OUT_OF_STEPS));
      }
      current = step;
    }
    return next;
  }

  /** What to do instead of the current step when time is left for one confirmation only. */
  public Move hurry() {
    outOfTime = true;
    if (best() == 0) {
      return new Finished(stop(End.OUT_OF_TIME));
    }
    current = new Step(Phase.CONFIRM, best());
    return current;
  }

  /** The outcome when no further step will be run. */
  public SearchOutcome stop(End end) {
    return outcome(end, end == End.UNSTEADY ? null : unconfirmed(), false);
  }

  private void learn(Observation observation) {
    Ceiling learned = observation.ceiling();
    if (learned != null && (ceiling == null || learned.load() < ceiling.load())) {
      ceiling = learned;
    }
    if (observation.outcome() == Outcome.HELD) {
      Map<Long, Failure> contradicted = failures.headMap(observation.load(), true);
      hiccups += contradicted.size();
      contradicted.clear();
      held.add(observation.load());
    } else {
      Failure before = failures.get(observation.load());
      int times = before == null ? 1 : before.times() + 1;
      failures.put(observation.load(), new Failure(observation.outcome(), current.phase(), times));
    }
  }

  private Move decide(Observation observation) {
    if (hiccups > HICCUPS_MAX) {
      return new Finished(stop(End.UNSTEADY));
    }
    return current.phase() == Phase.CONFIRM ? afterConfirm(observation) : narrow();
  }

  private Move narrow() {
    long best = best();
    Map.Entry<Long, Failure> lowest = failures.firstEntry();
    if (ceiling != null && best >= ceiling.load()) {
      return new Step(Phase.CONFIRM, ceiling.load());
    }
    if (lowest == null) {
      long grown = (long) Math.ceil(best * plan.factor());
      return upTo(Math.max(best + 1, grown), ceiling);
    }
    long upper = lowest.getKey();
    if (best > 0 && upper - best > Math.max(1, plan.tolerance() * upper)) {
      return new Step(Phase.BISECT, best + (upper - best) / 2);
    }
    if (lowest.getValue().times() < 2) {
      return new Step(lowest.getValue().phase(), upper);
    }
    return best == 0 ? new Finished(stop(End.BROKEN_FROM_START)) : new Step(Phase.CONFIRM, best);
  }

  private Move afterConfirm(Observation observation) {
    if (observation.outcome() == Outcome.HELD) {
      return new Finished(outcome(endConfirmed(observation.load()), observation.load(), true));
    }
    if (outOfTime) {
      return new Finished(stop(End.OUT_OF_TIME));
    }
    Failure failure = failures.get(observation.load());
    if (failure != null && failure.times() < 2) {
      return current;
    }
    // 5 %, 10 %, 20 %, … of the load that failed, when the tolerance is 5 %.
    double share = plan.tolerance() * (1 << backOffs++);
    long lower = (long) Math.floor(observation.load() * (1 - share));
    if (backOffs > BACK_OFFS_MAX || lower < 1) {
      return new Finished(stop(End.UNSTEADY));
    }
    return new Step(Phase.CONFIRM, lower);
  }

  private End endConfirmed(long load) {
    if (ceiling != null && load >= ceiling.load()) {
      return End.CEILING_HELD;
    }
    if (outOfTime) {
      return End.OUT_OF_TIME;
    }
    Map.Entry<Long, Failure> lowest = failures.firstEntry();
    return lowest != null && lowest.getValue().outcome() == Outcome.GENERATOR_LIMITED
        ? End.GENERATOR_LIMIT
        : End.NARROWED;
  }

  /** The highest load held below every failure; 0 when there is none. */
  private long best() {
    Long best = failures.isEmpty() ? held.floor(Long.MAX_VALUE) : held.lower(failures.firstKey());
    return best == null ? 0 : best;
  }

  // A single step in which the generator was the limit takes nothing back.
  private @Nullable Long unconfirmed() {
    return failures.entrySet().stream()
        .filter(entry -> entry.getValue().counts())
        .findFirst()
        .map(entry -> held.lower(entry.getKey()))
        .orElseGet(() -> held.isEmpty() ? null : held.last());
  }

  private SearchOutcome outcome(End end, @Nullable Long load, boolean confirmed) {
    return new SearchOutcome(
        end,
        load,
        confirmed,
        lowest(Outcome.FAILED),
        lowest(Outcome.GENERATOR_LIMITED),
        ceiling,
        hiccups);
  }

  private @Nullable Long lowest(Outcome outcome) {
    return failures.entrySet().stream()
        .filter(entry -> entry.getValue().outcome() == outcome)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static Step upTo(long target, @Nullable Ceiling ceiling) {
    return ceiling != null && target >= ceiling.load()
        ? new Step(Phase.CEILING, ceiling.load())
        : new Step(Phase.RAMP, target);
  }
}
