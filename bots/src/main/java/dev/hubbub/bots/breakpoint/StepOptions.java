package dev.hubbub.bots.breakpoint;

import static dev.hubbub.cli.UsageException.require;
import static dev.hubbub.cli.UsageException.requireBetween;

import dev.hubbub.cli.Durations;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of how a search goes about it. What isn't given depends on {@code --quick}. */
public final class StepOptions {
  @Option(
      names = "--quick",
      description = "Shorter windows and a wider tolerance: a first impression.")
  private boolean quick;

  @Option(
      names = "--tolerance",
      paramLabel = "SHARE",
      description =
          "How close the load that held and the one that failed must come, relative."
              + " Default: 0.05; 0.2 with --quick.")
  private @Nullable Double tolerance;

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Load before each window, not measured. Default: 2s; 500ms with --quick.")
  private @Nullable Duration settle;

  @Option(
      names = "--window",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Measured window of a step. Default: 6s; 2200ms with --quick.")
  private @Nullable Duration window;

  @Option(
      names = "--confirm-window",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Measured window of a confirmation. Default: 20s; 5s with --quick.")
  private @Nullable Duration confirmWindow;

  @Option(
      names = "--drain-max",
      paramLabel = "TIME",
      converter = Durations.class,
      description =
          "Longest wait for messages on the way before they count as lost."
              + " Default: 10s; 5s with --quick.")
  private @Nullable Duration drainMax;

  @Option(
      names = "--warmup",
      paramLabel = "TIME",
      converter = Durations.class,
      description =
          "Longest load before the first step: it ends when throughput, latency and the server's"
              + " CPU of a message are steady over four windows, each a twelfth of this; a result"
              + " that never was is INVALID. 0s leaves it out. Default: 24s; 9s with --quick.")
  private @Nullable Duration warmup;

  @Option(names = "--steps-max", paramLabel = "N", description = "Most steps of a search.")
  private int stepsMax = 40;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description =
          "How often each search is run; the result is the median, with the spread. Each has the"
              + " whole budget of 'breakpoint', and its share of that of 'capacity'.")
  private int repeats = 1;

  /** How often a search is run. */
  public int repeats() {
    return requireBetween("--repeats", repeats, 1, 100);
  }

  /** Whether a first impression is enough. */
  public boolean quick() {
    return quick;
  }

  /** The relative tolerance of a search. */
  public double tolerance() {
    double value = tolerance == null ? (quick ? 0.2 : 0.05) : tolerance;
    require(value > 0 && value < 1, "--tolerance", "must be over 0 and under 1", value);
    return value;
  }

  /** The most steps of a search. */
  public int stepsMax() {
    require(stepsMax >= 1, "--steps-max", "must be at least 1", stepsMax);
    return stepsMax;
  }

  /** The longest load before the first step. */
  public Duration warmup() {
    return orDefault(warmup, 24_000, 9_000);
  }

  /** How long the parts of a step take. */
  public StepTimes times() {
    return new StepTimes(
        orDefault(settle, 2_000, 500),
        positive("--window", orDefault(window, 6_000, 2_200)),
        positive("--confirm-window", orDefault(confirmWindow, 20_000, 5_000)),
        orDefault(drainMax, 10_000, 5_000));
  }

  private Duration orDefault(@Nullable Duration given, long defaultMs, long quickMs) {
    return Objects.requireNonNullElse(given, Duration.ofMillis(quick ? quickMs : defaultMs));
  }

  private static Duration positive(String option, Duration value) {
    require(!value.isZero(), option, "must be over 0", Durations.format(value));
    return value;
  }
}
