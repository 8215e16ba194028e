package dev.hubbub.measure;

import java.util.List;
import java.util.Objects;
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

  /**
   * The standard error of the slope: the root of the residuals' squares over the degrees of freedom
   * (two less than points) and over the squared distances of x from its mean.
   *
   * @return null without a slope, and of fewer than three points, through which any line may go
   */
  public static <T> @Nullable Double slopeError(
      List<T> points, Function<T, Double> x, Function<T, @Nullable Double> y) {
    Double slope = slope(points, x, y);
    if (slope == null || points.size() < 3) {
      return null;
    }
    double meanX = points.stream().mapToDouble(x::apply).average().orElseThrow();
    double meanY = points.stream().map(y).mapToDouble(LinearFit::known).average().orElseThrow();
    double residuals = 0;
    double distances = 0;
    for (T point : points) {
      double distance = x.apply(point) - meanX;
      residuals += Math.pow(known(y.apply(point)) - meanY - slope * distance, 2);
      distances += distance * distance;
    }
    return Math.sqrt(residuals / (points.size() - 2) / distances);
  }

  // A line with a slope lacks no y.
  private static double known(@Nullable Double y) {
    return Objects.requireNonNull(y);
  }
}
