package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.WorkerLostException;
import dev.hubbub.bots.search.Attribution;
import dev.hubbub.bots.search.CapacitySearch;
import dev.hubbub.bots.search.Move;
import dev.hubbub.bots.search.Move.Finished;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.Observation;
import dev.hubbub.bots.search.Phase;
import dev.hubbub.bots.search.SearchOutcome;
import dev.hubbub.bots.search.SearchOutcome.End;
import dev.hubbub.bots.search.StepOutcome;
import dev.hubbub.bots.search.VerdictRules;
import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.RepeatResult;
import dev.hubbub.measure.result.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One search, from the first step to the result, within its budget of time. When a step throws, the
 * result is made of those before it.
 */
public final class DimensionSearch {
  private final SearchConfig config;
  private final StepRunner runner;
  private final VerdictRules rules;
  private final SearchListener listener;
  private final LongSupplier clockNs;
  private final CapacitySearch search;
  private final List<StepOutcome> steps = new ArrayList<>();
  // What a step took beyond settling and window, from the last one; registering users is most of
  // it.
  private Duration overhead = Duration.ofSeconds(1);
  private long deadlineNs;
  private @Nullable SearchOutcome outcome;

  /**
   * A search that has not begun.
   *
   * @param clockNs a monotonic clock, in nanoseconds
   */
  public DimensionSearch(
      SearchConfig config,
      StepRunner runner,
      Attribution attribution,
      SearchListener listener,
      LongSupplier clockNs) {
    this.config = config;
    this.runner = runner;
    this.rules = new VerdictRules(attribution);
    this.listener = listener;
    this.clockNs = clockNs;
    this.search = new CapacitySearch(config.plan());
  }

  /**
   * Runs the steps until the search ends or its budget is used up.
   *
   * @throws WorkerLostException if a worker was lost; the result is then INVALID
   * @throws IOException if a step could not be run
   */
  public void run() throws IOException, InterruptedException {
    try {
      runSteps();
    } catch (WorkerLostException e) {
      outcome = search.stop(End.WORKER_LOST);
      throw e;
    }
  }

  private void runSteps() throws IOException, InterruptedException {
    deadlineNs = clockNs.getAsLong() + config.budget().toNanos();
    boolean hurried = false;
    Move move = search.first();
    while (move instanceof Step step) {
      if (fits(step)) {
        move = search.after(run(step));
      } else if (hurried || step.phase() == Phase.CONFIRM) {
        move = new Finished(search.stop(End.OUT_OF_TIME));
      } else {
        hurried = true;
        move = search.hurry();
      }
    }
    outcome = ((Finished) move).outcome();
  }

  /**
   * The result of the steps that were run.
   *
   * @param stopReason why the search ended before its end, should it have; in words
   */
  public DimensionResult result(String stopReason) {
    SearchOutcome end = outcome == null ? search.stop(End.STOPPED) : outcome;
    String reason =
        end.end() == End.OUT_OF_TIME
            ? "its time budget of " + config.budget().toSeconds() + " s ran out"
            : stopReason;
    Verdict verdict = rules.verdict(end, steps, reason);
    Double held =
        end.held() == null || verdict.kind() == Verdict.Kind.INVALID
            ? null
            : (Double) (double) end.held();
    BreakingPoint point = rules.breakingPoint(end, steps);
    Double broken = point == null ? null : (Double) point.load();
    return new DimensionResult(
        config.dimension().toString(),
        held,
        verdict,
        point,
        config.fixed(),
        steps.stream().map(StepOutcome::result).toList(),
        List.of(new RepeatResult(held, verdict, broken, steps.size())),
        null);
  }

  /** Whether the search came to its end, be it that of its budget. */
  public boolean isEnded() {
    return outcome != null;
  }

  /** How many steps were run. */
  public int steps() {
    return steps.size();
  }

  // A step that is no confirmation must leave time for one.
  private boolean fits(Step step) {
    Duration needed = config.times().least(step.phase()).plus(overhead);
    if (step.phase() != Phase.CONFIRM) {
      needed = needed.plus(config.times().least(Phase.CONFIRM)).plus(overhead);
    }
    return clockNs.getAsLong() + needed.toNanos() <= deadlineNs;
  }

  private SearchStatus status(long nowNs) {
    SearchOutcome soFar = search.stop(End.STOPPED);
    return new SearchStatus(
        rules.verdict(soFar, steps, null).kind(),
        soFar.held(),
        soFar.broken(),
        steps.stream().mapToLong(step -> step.result().messages().lost()).sum(),
        Duration.ofNanos(Math.max(0, deadlineNs - nowNs)));
  }

  private Observation run(Step step) throws IOException, InterruptedException {
    long startNs = clockNs.getAsLong();
    listener.stepStarted(steps.size() + 1, config.dimension(), step, status(startNs));
    StepOutcome outcome = runner.run(step);
    steps.add(outcome);
    listener.stepEnded(steps.size(), config.dimension(), outcome);
    Duration took = Duration.ofNanos(clockNs.getAsLong() - startNs);
    Duration beyond = took.minus(config.times().least(step.phase()));
    overhead = beyond.isNegative() ? Duration.ZERO : beyond;
    return outcome.observation();
  }
}
