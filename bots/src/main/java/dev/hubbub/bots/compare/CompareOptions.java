package dev.hubbub.bots.compare;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.bots.breakpoint.StepTimes;
import dev.hubbub.cli.Durations;
import dev.hubbub.measure.result.SloLimits;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of what a comparison does. */
final class CompareOptions {
  @Option(names = "--users", paramLabel = "N", description = "Users of each contender.")
  private int users = 500;

  @Option(
      names = "--rates",
      paramLabel = "N,N…",
      split = ",",
      description = "Messages a second at which all are measured, one after the other.")
  private List<Integer> rates = List.of(10_000, 30_000);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often: each figure is the median, with the least and the largest.")
  private int rounds = 3;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "5s",
      description = "Measured window of a step.")
  private Duration duration = Duration.ZERO;

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "1s",
      description = "Load before each window, not measured.")
  private Duration settle = Duration.ZERO;

  @Option(
      names = "--drain-max",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "5s",
      description = "Longest wait for messages on the way before they count as lost.")
  private Duration drainMax = Duration.ZERO;

  @Option(
      names = "--warmup",
      paramLabel = "TIME",
      converter = Durations.class,
      defaultValue = "3s",
      description = "Load on each contender before anything is measured.")
  private Duration warmup = Duration.ZERO;

  @Option(
      names = "--search-start",
      paramLabel = "N",
      description = "First rate of the search for the rate that is held.")
  private int searchStart = 2_000;

  @Option(
      names = "--search-rounds",
      paramLabel = "N",
      description = "How often the held rate is searched; 0 leaves it out.")
  private int searchRounds = 1;

  @Option(
      names = "--tolerance",
      paramLabel = "SHARE",
      description = "How close the rate that held and the one that failed must come, relative.")
  private double tolerance = 0.1;

  @Option(
      names = "--registrations",
      paramLabel = "N",
      description =
          "Users who connect and register at once in each round, and leave again; 0 leaves it out.")
  private int registrations = 1_500;

  @Option(
      names = "--memory-step",
      paramLabel = "N",
      description = "Idle users from one level of the measurement of memory to the next.")
  private int memoryStep = 1_000;

  @Option(
      names = "--memory-levels",
      paramLabel = "N",
      description = "Levels of the measurement of memory; 0 leaves it out.")
  private int memoryLevels = 5;

  /**
   * The plan.
   *
   * @throws dev.hubbub.cli.UsageException naming the option that can't be used
   */
  ComparePlan plan(SloLimits slo) {
    requireBetween("--users", users, 2, 1_000_000);
    require(!rates.isEmpty(), "--rates", "must have a rate", rates);
    rates.forEach(rate -> requireBetween("--rates", rate, 1, 100_000_000));
    require(!duration.isZero(), "--duration", "must be over 0", Durations.format(duration));
    require(tolerance > 0 && tolerance < 1, "--tolerance", "must be over 0 and under 1", tolerance);
    return new ComparePlan(
        users,
        rates,
        requireBetween("--rounds", rounds, 1, 1_000),
        new StepTimes(settle, duration, duration, drainMax),
        slo,
        requireBetween("--search-start", searchStart, 2, 100_000_000),
        requireBetween("--search-rounds", searchRounds, 0, 1_000),
        tolerance,
        requireBetween("--registrations", registrations, 0, 1_000_000),
        requireBetween("--memory-step", memoryStep, 1, 1_000_000),
        requireBetween("--memory-levels", memoryLevels, 0, 100),
        warmup);
  }
}
