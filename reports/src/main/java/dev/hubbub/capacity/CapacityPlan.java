package dev.hubbub.capacity;

import dev.hubbub.bots.breakpoint.Dimension;
import dev.hubbub.bots.breakpoint.SearchConfig;
import dev.hubbub.bots.breakpoint.StepTimes;
import dev.hubbub.bots.search.Ceiling;
import dev.hubbub.bots.search.SearchPlan;
import dev.hubbub.measure.result.SloLimits;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a capacity run does.
 *
 * @param usersStart first load of the search by users
 * @param rateStart first load of the search by rate, in messages a second
 * @param rateUsers users of the search by rate
 * @param ratePerUser messages a second and user of the search by users
 * @param factorUsers growth of the ramp by users
 * @param factorRate growth of the ramp by rate
 * @param tolerance of both searches
 * @param stepsMax of each search
 * @param repeats how often each search is run
 * @param warmup the longest load before anything is measured
 * @param memoryStep idle users from one level to the next
 * @param memoryLevels how many levels
 * @param budget the longest that the run may take
 */
record CapacityPlan(
    int usersStart,
    int rateStart,
    int rateUsers,
    double ratePerUser,
    double factorUsers,
    double factorRate,
    double tolerance,
    int stepsMax,
    int repeats,
    StepTimes times,
    SloLimits slo,
    Duration warmup,
    int memoryStep,
    int memoryLevels,
    Duration budget) {
  private static final int WARMUP_USERS = 1_000;

  /** The search by users, up to what the server takes. */
  SearchConfig byUsers(@Nullable Ceiling ceiling, Duration budget) {
    return search(
        Dimension.USERS,
        new SearchPlan(usersStart, factorUsers, tolerance, ceiling, stepsMax),
        rateUsers,
        budget);
  }

  /** The search by rate, with no more users than the server takes. */
  SearchConfig byRate(@Nullable Ceiling users, Duration budget) {
    return search(
        Dimension.RATE,
        new SearchPlan(rateStart, factorRate, tolerance, null, stepsMax),
        atMost(rateUsers, users),
        budget);
  }

  /** Idle users of each level of the measurement of memory. */
  List<Integer> memoryUsers(@Nullable Ceiling ceiling) {
    int step = Math.max(1, atMost(memoryStep * memoryLevels, ceiling) / Math.max(1, memoryLevels));
    return IntStream.rangeClosed(1, memoryLevels).map(level -> level * step).boxed().toList();
  }

  /** Users of the warm-up. */
  int warmupUsers(@Nullable Ceiling ceiling) {
    return atMost(WARMUP_USERS, ceiling);
  }

  private SearchConfig search(Dimension dimension, SearchPlan plan, int users, Duration budget) {
    return new SearchConfig(dimension, plan, users, ratePerUser, times, slo, Duration.ZERO, budget);
  }

  private static int atMost(int users, @Nullable Ceiling ceiling) {
    return ceiling == null ? users : (int) Math.min(users, ceiling.load());
  }
}
