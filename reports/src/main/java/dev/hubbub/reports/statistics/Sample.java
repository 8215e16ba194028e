package dev.hubbub.reports.statistics;

import java.util.Arrays;

/** What is said of a sample as a whole. */
public final class Sample {
  private Sample() {}

  /** The mean of at least one value. */
  public static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  /** The standard deviation of the population that at least two values come from. */
  public static double deviation(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }
}
