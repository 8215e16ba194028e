package dev.hubbub.container;

import dev.hubbub.bots.breakpoint.Dimension;
import dev.hubbub.bots.breakpoint.SearchConfig;
import dev.hubbub.bots.breakpoint.StepTimes;
import dev.hubbub.bots.search.Ceiling;
import dev.hubbub.bots.search.SearchPlan;
import dev.hubbub.measure.result.SloLimits;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which sizes of containers are measured, and how.
 *
 * @param sizes in the order in which they are
 * @param tolerance of each search
 * @param warmup the longest load before each search
 * @param budget the longest that each search may take
 */
record SizePlan(
    List<Size> sizes, double tolerance, StepTimes times, Duration warmup, Duration budget) {
  /**
   * A size of a container.
   *
   * @param cpus limit of processor time, in processors
   * @param memoryMiB limit of memory
   */
  record Size(double cpus, int memoryMiB) {}

  private static final int USERS_START = 2_000;
  private static final int RATE_START = 16_000;
  private static final int RATE_USERS = 200;
  private static final double RATE_PER_USER = 0.1;
  private static final double FACTOR = 2;
  private static final int STEPS_MAX = 40;

  /** What every push pays for: one size of each row and column, a first impression of each. */
  static final SizePlan PUSH =
      new SizePlan(
          List.of(new Size(0.5, 256), new Size(1, 512), new Size(2, 1_024)),
          0.2,
          new StepTimes(
              Duration.ofMillis(500),
              Duration.ofMillis(2_200),
              Duration.ofSeconds(5),
              Duration.ofSeconds(5)),
          Duration.ofSeconds(9),
          Duration.ofSeconds(40));

  /** All nine, with the windows of a whole capacity run. */
  static final SizePlan ALL =
      new SizePlan(
          List.of(
              new Size(0.5, 256),
              new Size(0.5, 512),
              new Size(0.5, 1_024),
              new Size(1, 256),
              new Size(1, 512),
              new Size(1, 1_024),
              new Size(2, 256),
              new Size(2, 512),
              new Size(2, 1_024)),
          0.05,
          new StepTimes(
              Duration.ofSeconds(2),
              Duration.ofSeconds(6),
              Duration.ofSeconds(20),
              Duration.ofSeconds(10)),
          Duration.ofSeconds(24),
          Duration.ofSeconds(165));

  /** The one that a property asks for. */
  static SizePlan named(String name) {
    return switch (name) {
      case "push" -> PUSH;
      case "all" -> ALL;
      default ->
          throw new IllegalArgumentException(
              "'hubbub.container.sizes' must be push or all, got: " + name);
    };
  }

  /** A search, up to what the server takes. */
  SearchConfig search(Dimension dimension, @Nullable Ceiling ceiling) {
    boolean byUsers = dimension == Dimension.USERS;
    SearchPlan plan =
        new SearchPlan(
            byUsers ? USERS_START : RATE_START,
            FACTOR,
            tolerance,
            byUsers ? ceiling : null,
            STEPS_MAX);
    return new SearchConfig(
        dimension, plan, RATE_USERS, RATE_PER_USER, times, SloLimits.DEFAULT, warmup, budget);
  }
}
