package dev.hubbub.reports.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Whether new values belong to the values before them: the prediction interval for the mean of
 * further values of a normal sample, by Student's t (Hahn and Meeker, <i>Statistical Intervals</i>,
 * 1991, section 4.8).
 */
public final class NewValues {
  private NewValues() {}

  /**
   * How probable it is that the mean of further values lies as far from the mean of the earlier.
   *
   * @param earlier at least two values
   * @param mean of the further values
   * @param count of the further values
   * @param deviationMin taken instead of the standard deviation of the earlier values where that is
   *     smaller, for values that are known no more exactly; positive
   */
  public static double p(double[] earlier, double mean, int count, double deviationMin) {
    double deviation = Math.max(Sample.deviation(earlier), deviationMin);
    double distance = Math.abs(mean - Sample.mean(earlier));
    double t = distance / (deviation * Math.sqrt(1.0 / count + 1.0 / earlier.length));
    return 2 * new TDistribution(earlier.length - 1).cumulativeProbability(-t);
  }
}
