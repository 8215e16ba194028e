package dev.hubbub.measure.result;

/**
 * How far the numbers of several searches lie apart.
 *
 * @param min the lowest
 * @param median the one in the middle; of an even count the lower of the two, for that load was
 *     held
 * @param max the highest
 */
public record Spread(double min, double median, double max) {
  /** From the lowest to the highest, over the median. */
  public double relative() {
    return (max - min) / median;
  }
}
