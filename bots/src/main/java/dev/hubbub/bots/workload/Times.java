package dev.hubbub.bots.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.hubbub.cli.Durations;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.TypeConversionException;

/**
 * Times, as {@code 3s}, {@code uniform:100ms-1s}, {@code exponential:5s} or {@code
 * lognormal:8s,0.7}. No time is over a day.
 */
public final class Times {
  private static final double NS_MAX = TimeUnit.DAYS.toNanos(1);
  private static final double NS_PER_MS = 1e6;
  private static final DistributionText TEXT = new DistributionText(Times::read, Times::write);

  private final Distribution distribution;

  private Times(Distribution distribution) {
    this.distribution = distribution;
  }

  /**
   * Reads times.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  @JsonCreator
  public static Times parse(String text) {
    Distribution distribution = TEXT.parse(text);
    if (distribution.mean() > NS_MAX) {
      throw new IllegalArgumentException("'" + text + "' is over a day");
    }
    return new Times(distribution);
  }

  /** The next one, in nanoseconds. */
  public long nextNs(SplittableRandom random) {
    return Math.round(Math.min(NS_MAX, distribution.next(random)));
  }

  /** The mean of many, in nanoseconds. */
  public double meanNs() {
    return distribution.mean();
  }

  /** The text that {@link #parse} reads. */
  @JsonValue
  @Override
  public String toString() {
    return TEXT.format(distribution);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Times times && distribution.equals(times.distribution);
  }

  @Override
  public int hashCode() {
    return distribution.hashCode();
  }

  /**
   * Nanoseconds of a single time such as {@code 3s}.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static double read(String text) {
    try {
      return new Durations().convert(text).toNanos();
    } catch (TypeConversionException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** A single time that {@link #read} reads. */
  static String write(double ns) {
    return ns % NS_PER_MS == 0
        ? Durations.format(Duration.ofNanos((long) ns))
        : DistributionText.number(ns / NS_PER_MS) + "ms";
  }
}
