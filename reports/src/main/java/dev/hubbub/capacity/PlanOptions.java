package dev.hubbub.capacity;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.bots.breakpoint.StepOptions;
import dev.hubbub.cli.Durations;
import dev.hubbub.measure.result.SloLimits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of what a capacity run does. What isn't given depends on {@code --quick}. */
final class PlanOptions {
  @Option(
      names = "--users-start",
      paramLabel = "N",
      description = "First load of the search by users. Default: 2500; 5000 with --quick.")
  private @Nullable Integer usersStart;

  @Option(
      names = "--rate-start",
      paramLabel = "N",
      description =
          "First load of the search by rate, in messages a second."
              + " Default: 2000; 4000 with --quick.")
  private @Nullable Integer rateStart;

  @Option(
      names = "--rate-users",
      paramLabel = "N",
      description = "Users of the search by rate. Default: 500; 200 with --quick.")
  private @Nullable Integer rateUsers;

  @Option(
      names = "--rate-per-user",
      paramLabel = "R",
      description = "Messages a second and user of the search by users. Default: the workload's.")
  private @Nullable Double ratePerUser;

  @Option(
      names = "--factor",
      paramLabel = "F",
      description = "By which each step of a ramp grows. Default: 2; by rate 3 with --quick.")
  private @Nullable Double factor;

  @Option(
      names = "--memory-step",
      paramLabel = "N",
      description = "Idle users from one level of the measurement of memory to the next.")
  private int memoryStep = 2_500;

  @Option(
      names = "--memory-levels",
      paramLabel = "N",
      description = "Levels of the measurement of memory; 0 leaves it out.")
  private int memoryLevels = 5;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = Durations.class,
      description =
          "Longest that the run may take; then what has held so far counts."
              + " Default: 330s; 80s with --quick.")
  private @Nullable Duration budget;

  /**
   * The plan.
   *
   * @param workloadRate actions a second and user where the options don't say
   * @throws dev.hubbub.cli.UsageException naming the option that can't be used
   */
  CapacityPlan plan(StepOptions steps, SloLimits slo, double workloadRate) {
    boolean quick = steps.quick();
    double rate = ratePerUser == null ? workloadRate : ratePerUser;
    require(rate > 0 && rate <= 1e6, "--rate-per-user", "must be over 0", rate);
    double byRate = factor("--factor", factor == null ? (quick ? 3 : 2) : factor);
    return new CapacityPlan(
        atLeastTwo("--users-start", usersStart, quick ? 5_000 : 2_500),
        atLeastTwo("--rate-start", rateStart, quick ? 4_000 : 2_000),
        atLeastTwo("--rate-users", rateUsers, quick ? 200 : 500),
        rate,
        factor == null ? 2 : byRate,
        byRate,
        steps.tolerance(),
        steps.stepsMax(),
        steps.repeats(),
        steps.times(),
        slo,
        steps.warmup(),
        requireBetween("--memory-step", memoryStep, 1, 1_000_000),
        requireBetween("--memory-levels", memoryLevels, 0, 100),
        Objects.requireNonNullElse(budget, Duration.ofSeconds(quick ? 80 : 330)));
  }

  private static int atLeastTwo(String option, @Nullable Integer given, int otherwise) {
    return requireBetween(option, given == null ? otherwise : given, 2, 100_000_000);
  }

  private static double factor(String option, double value) {
    require(value > 1 && value <= 100, option, "must be over 1 and at most 100", value);
    return value;
  }
}
