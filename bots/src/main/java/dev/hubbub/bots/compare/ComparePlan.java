package dev.hubbub.bots.compare;

import dev.hubbub.bots.breakpoint.Dimension;
import dev.hubbub.bots.breakpoint.SearchConfig;
import dev.hubbub.bots.breakpoint.StepTimes;
import dev.hubbub.bots.search.SearchPlan;
import dev.hubbub.measure.result.SloLimits;
import java.time.Duration;
import java.util.List;

/**
 * What a comparison does.
 *
 * @param users of each contender
 * @param rates messages a second of the steps
 * @param rounds how often each step is repeated
 * @param times of a step
 * @param searchStart first rate of a search
 * @param searchRounds how often the held rate is searched
 * @param tolerance of a search
 * @param registrations users who register at once in each round; 0: not measured
 * @param memoryStep idle users from one level to the next
 * @param memoryLevels how many levels
 * @param warmup load on each contender before anything is measured
 */
record ComparePlan(
    int users,
    List<Integer> rates,
    int rounds,
    StepTimes times,
    SloLimits slo,
    int searchStart,
    int searchRounds,
    double tolerance,
    int registrations,
    int memoryStep,
    int memoryLevels,
    Duration warmup) {
  private static final int SEARCH_STEPS_MAX = 30;
  private static final Duration SEARCH_MAX = Duration.ofMinutes(5);
  private static final int SEARCH_STEPS_USUAL = 11;

  ComparePlan {
    rates = List.copyOf(rates);
  }

  /** The search for the rate that is held; its other values serve single steps too. */
  SearchConfig search() {
    return new SearchConfig(
        Dimension.RATE,
        new SearchPlan(searchStart, 2, tolerance, null, SEARCH_STEPS_MAX),
        users,
        1,
        times,
        slo,
        warmup,
        SEARCH_MAX);
  }

  /** About how long it takes, with so many contenders. */
  Duration estimate(int contenders) {
    Duration step = times.settle().plus(times.window()).plusMillis(300);
    Duration each =
        warmup
            .plus(step.multipliedBy((long) rates.size() * rounds))
            .plus(step.multipliedBy((long) searchRounds * SEARCH_STEPS_USUAL))
            .plusSeconds(2L * memoryLevels);
    // A peer that takes users in once a second needs two for those who wait and for the rest.
    Duration registering =
        registrations == 0 ? Duration.ZERO : warmup.plusSeconds(2L * (rounds + 1));
    return each.plus(registering).multipliedBy(contenders).plusSeconds(5);
  }
}
