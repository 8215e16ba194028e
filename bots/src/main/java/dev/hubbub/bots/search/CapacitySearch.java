package dev.hubbub.bots.search;

import dev.hubbub.bots.search.Move.Finished;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.Observation.Outcome;
import dev.hubbub.bots.search.SearchOutcome.End;
import dev.hubbub.bots.search.Trials.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Finds the highest load that a server holds: a geometric ramp until the SLO fails, a known ceiling
 * tried exactly, bisection, then a confirmation over a longer window. Where already the first load
 * fails, the load is halved until one holds, down to a 64th.
 *
 * <p>No single failure decides, because any step fails now and then on a busy machine: the lowest
 * load that failed is tried again before it counts, and a confirmation too. Nor does a failure from
 * before the server was warm: it is tried again when the search has come back to it, and where it
 * holds, the ramp goes on. Where a confirmation fails twice the search backs off, further each
 * time. It gives up as unsteady when too many failures were contradicted or too many confirmations
 * failed.
 *
 * <p>Not safe for use by several threads.
 */
public final class CapacitySearch {
  private static final int BACK_OFFS_MAX = 4;
  private static final int CONTRADICTIONS_MAX = 4;
  private static final int FLOOR_DIVISOR = 64;

  private final SearchPlan plan;
  private final Trials trials = new Trials();
  private final long first;
  private @Nullable Ceiling ceiling;
  private int backOffs;
  private boolean outOfTime;
  private Step current;

  /** A search that has run no step yet. */
  public CapacitySearch(SearchPlan plan) {
    this.plan = plan;
    this.ceiling = plan.ceiling();
    this.current = upTo(plan.start(), plan.ceiling());
    this.first = current.target();
  }

  /** The step to begin with. */
  public Step first() {
    return current;
  }

  /** What to do after the current step showed this. */
  public Move after(Observation observation) {
    Ceiling learned = observation.ceiling();
    if (learned != null && (ceiling == null || learned.load() < ceiling.load())) {
      ceiling = learned;
    }
    trials.note(observation, current.phase());
    Move next = decide(observation);
    if (next instanceof Step step) {
      if (trials.steps() >= plan.stepsMax()) {
        return new Finished(stop(End.OUT_OF_STEPS));
      }
      current = step;
    }
    return next;
  }

  /**
   * What to do instead of the current step when time is left for one confirmation only: of the best
   * load, or of the lowest one where all have failed.
   */
  public Move hurry() {
    outOfTime = true;
    long best = trials.best();
    if (best == 0 && trials.lowest() == null) {
      return new Finished(stop(End.OUT_OF_TIME));
    }
    current = new Step(Phase.CONFIRM, best == 0 ? floor() : best);
    return current;
  }

  /** The outcome when no further step will be run. */
  public SearchOutcome stop(End end) {
    return outcome(end, end == End.UNSTEADY ? null : trials.unconfirmed(), false);
  }

  private Move decide(Observation observation) {
    if (trials.contradictions() > CONTRADICTIONS_MAX) {
      return new Finished(stop(End.UNSTEADY));
    }
    return current.phase() == Phase.CONFIRM ? afterConfirm(observation) : narrow();
  }

  private Move narrow() {
    long best = trials.best();
    Failure lowest = trials.lowest();
    if (ceiling != null && best >= ceiling.load()) {
      return new Step(Phase.CONFIRM, ceiling.load());
    }
    if (lowest == null) {
      long grown = (long) Math.ceil(best * plan.factor());
      return upTo(Math.max(best + 1, grown), ceiling);
    }
    if (best == 0) {
      return descend(lowest);
    }
    long upper = lowest.load();
    if (upper - best > Math.max(1, plan.tolerance() * upper)) {
      return new Step(Phase.BISECT, best + (upper - best) / 2);
    }
    return trials.isFresh(lowest) ? new Step(Phase.CONFIRM, best) : new Step(lowest.phase(), upper);
  }

  // The first load and the last are tried twice, those between them once.
  private Move descend(Failure lowest) {
    boolean bottom = lowest.load() <= floor();
    if (lowest.times() < 2 && (bottom || lowest.load() == first)) {
      return new Step(lowest.phase(), lowest.load());
    }
    return bottom
        ? new Finished(stop(End.BROKEN_FROM_START))
        : new Step(Phase.RAMP, Math.max(floor(), lowest.load() / 2));
  }

  // One user has nobody to write to.
  private long floor() {
    return Math.max(first / FLOOR_DIVISOR, Math.min(first, 2));
  }

  private Move afterConfirm(Observation observation) {
    if (observation.outcome() == Outcome.HELD) {
      return new Finished(outcome(endConfirmed(observation.load()), observation.load(), true));
    }
    if (outOfTime) {
      boolean bottom = trials.best() == 0 && observation.load() <= floor();
      return new Finished(stop(bottom ? End.BROKEN_FROM_START : End.OUT_OF_TIME));
    }
    Failure failure = trials.failureAt(observation.load());
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
    Failure lowest = trials.lowest();
    return lowest != null && lowest.outcome() == Outcome.GENERATOR_LIMITED
        ? End.GENERATOR_LIMIT
        : End.NARROWED;
  }

  private SearchOutcome outcome(End end, @Nullable Long load, boolean confirmed) {
    return new SearchOutcome(
        end,
        load,
        confirmed,
        trials.lowest(Outcome.FAILED),
        trials.lowest(Outcome.GENERATOR_LIMITED),
        ceiling,
        trials.takenBack());
  }

  private static Step upTo(long target, @Nullable Ceiling ceiling) {
    return ceiling != null && target >= ceiling.load()
        ? new Step(Phase.CEILING, ceiling.load())
        : new Step(Phase.RAMP, target);
  }
}
