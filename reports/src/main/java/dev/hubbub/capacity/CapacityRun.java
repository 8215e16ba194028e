package dev.hubbub.capacity;

import dev.hubbub.bots.Fleet;
import dev.hubbub.bots.Growth;
import dev.hubbub.bots.breakpoint.DimensionSearch;
import dev.hubbub.bots.breakpoint.FleetStepRunner;
import dev.hubbub.bots.breakpoint.LiveProgress;
import dev.hubbub.bots.breakpoint.MemoryMeasurement;
import dev.hubbub.bots.breakpoint.RepeatedSearch;
import dev.hubbub.bots.breakpoint.SearchConfig;
import dev.hubbub.bots.breakpoint.WarmUp;
import dev.hubbub.bots.search.Move.Step;
import dev.hubbub.bots.search.Phase;
import dev.hubbub.bots.search.StepOutcome;
import dev.hubbub.measure.result.CpuCost;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.MemoryResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a capacity run against a server that runs. What was found is kept when a phase
 * throws.
 */
final class CapacityRun {
  private static final Duration REGISTRATION_MAX = Duration.ofSeconds(30);
  // Its connections break before the end of a process is noticed.
  private static final Duration END_NOTICED_MAX = Duration.ofSeconds(2);
  // The search by rate has more steps: it has no ceiling and ends with a bisection.
  private static final double USERS_SHARE_OF_TIME = 0.42;

  private final CapacityPlan plan;
  private final Target target;
  private final Fleet fleet;
  private final LiveProgress progress;
  private final long deadlineNs;
  private final List<RepeatedSearch> searches = new ArrayList<>();
  private @Nullable MemoryMeasurement memory;
  private @Nullable String unsteady;
  private @Nullable CpuCost cost;

  CapacityRun(
      CapacityPlan plan, Target target, Fleet fleet, LiveProgress progress, long deadlineNs) {
    this.plan = plan;
    this.target = target;
    this.fleet = fleet;
    this.progress = progress;
    this.deadlineNs = deadlineNs;
  }

  /** Runs all phases. */
  void run() throws IOException, InterruptedException {
    try {
      warmUp();
      measureMemory();
      Duration left = remaining().minus(costTime());
      search(plan.byUsers(target.ceiling(), share(left, USERS_SHARE_OF_TIME / plan.repeats())));
      SearchConfig byRate =
          plan.byRate(target.ceiling(), share(remaining().minus(costTime()), 1.0 / plan.repeats()));
      search(byRate);
      measureCost(byRate);
    } catch (IOException e) {
      // A server that ended explains everything else.
      target.liveness().requireRunning(END_NOTICED_MAX);
      throw e;
    }
  }

  /** What the searches found so far. */
  List<DimensionResult> dimensions(String stopReason) {
    return searches.stream().map(search -> search.result(stopReason)).toList();
  }

  /** What an idle user costs, or null when nothing was measured. */
  @Nullable MemoryResult memory() {
    return memory == null ? null : memory.result();
  }

  /** What a message costs, or null when it was not measured. */
  @Nullable CpuCost cost() {
    return cost;
  }

  private void warmUp() throws IOException, InterruptedException {
    progress.subject("warm-up");
    Growth growth = fleet.growTo(plan.warmupUsers(target.ceiling()), REGISTRATION_MAX, now -> {});
    if (growth.users() == 0) {
      throw new IOException(
          "no chat server at "
              + target.address()
              + ": no user could be registered: "
              + Objects.requireNonNullElse(growth.firstError(), "it didn't answer in time"));
    }
    if (!plan.warmup().isZero()) {
      unsteady =
          new WarmUp(fleet, target.observer(), plan.slo(), progress)
              .run(plan.rateStart(), plan.warmup(), plan.times().drainMax());
    }
    fleet.growTo(0, REGISTRATION_MAX, now -> {});
  }

  private void measureMemory() throws IOException, InterruptedException {
    memory = new MemoryMeasurement(fleet, target.observer().probe(), progress);
    for (int users : plan.memoryUsers(target.ceiling())) {
      if (!memory.measure(users, REGISTRATION_MAX)) {
        target.liveness().requireRunning(Duration.ZERO);
        return;
      }
    }
  }

  private void search(SearchConfig config) throws IOException, InterruptedException {
    FleetStepRunner fleetRunner = new FleetStepRunner(fleet, config, target.observer(), progress);
    RepeatedSearch search =
        new RepeatedSearch(
            plan.repeats(),
            () ->
                new DimensionSearch(
                    config,
                    step -> runOn(fleetRunner, step),
                    target.attribution(),
                    progress,
                    System::nanoTime),
            unsteady,
            progress);
    searches.add(search);
    search.run();
  }

  // A step during which the server ended proves nothing about its load.
  private StepOutcome runOn(FleetStepRunner runner, Step step)
      throws IOException, InterruptedException {
    StepOutcome outcome = runner.run(step);
    target.liveness().requireRunning(Duration.ZERO);
    return outcome;
  }

  private void measureCost(SearchConfig byRate) throws IOException, InterruptedException {
    Double held = searches.getLast().result("").held();
    if (held == null || remaining().compareTo(costTime()) < 0) {
      return;
    }
    long rate = Math.max(1, Math.round(held / 2));
    progress.subject(String.format(Locale.ROOT, "CPU of a message at %,d messages/s", rate));
    FleetStepRunner runner = new FleetStepRunner(fleet, byRate, target.observer(), progress);
    StepOutcome outcome = runOn(runner, new Step(Phase.RAMP, rate));
    Double micros = outcome.result().server().cpuMicrosPerMessage();
    if (micros != null) {
      cost = new CpuCost(micros, outcome.result().deliveredPerSecond());
    }
  }

  private Duration costTime() {
    return plan.times().least(Phase.RAMP).plusSeconds(1);
  }

  private Duration remaining() {
    return Duration.ofNanos(deadlineNs - System.nanoTime());
  }

  private static Duration share(Duration left, double share) {
    return Duration.ofMillis(Math.max(0, Math.round(left.toMillis() * share)));
  }
}
