package dev.hubbub.measure.result;

import java.time.Duration;

/**
 * How a step went, interval by interval: half a second each; shorter where the window has less than
 * four of those, longer where it would have more than {@value #INTERVALS_MAX}.
 *
 * @param generator what the generator saw
 * @param server what the server used; empty where it could not be observed
 */
public record StepSeries(GeneratorSeries generator, ServerSeries server) {
  /** Intervals of a window at most. */
  public static final int INTERVALS_MAX = 600;

  private static final int INTERVALS_MIN = 4;
  private static final Duration USUAL = Duration.ofMillis(500);

  /** The length of an interval. */
  public static Duration interval(Duration window) {
    long nsMin = window.dividedBy(INTERVALS_MAX).toNanos();
    long nsMax = window.dividedBy(INTERVALS_MIN).toNanos();
    return Duration.ofNanos(Math.clamp(USUAL.toNanos(), nsMin, nsMax));
  }
}
