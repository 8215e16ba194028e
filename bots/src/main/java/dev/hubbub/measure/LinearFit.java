package dev.hubbub.measure;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A straight line through points, by ordinary least squares. */
public final class LinearFit {
  private LinearFit() {}

  /**
   * The slope of the line: the covariance of x and y over the variance of x.
   *
   * @return null when there are fewer than two different x, or a y is missing
   */
  public static <T> @Nullable Double slope(
      List<T> points, Function<T, Double> x, Function<T, @Nullable Double> y) {
    double meanX = points.stream().mapToDouble(x::apply).average().orElse(0);
    double covariance = 0;
    double variance = 0;
    for (T point : points) {
      Double value = y.apply(point);
      if (value == null) {
        return null;
      }
      double distance = x.apply(point) - meanX;
      // The mean of y drops out: the distances add up to nothing.
      covariance += distance * value;
      variance += distance * distance;
    }
    return variance == 0 ? null : covariance / variance;
  }
}
