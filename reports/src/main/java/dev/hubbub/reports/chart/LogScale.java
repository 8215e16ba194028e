package dev.hubbub.reports.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis that begins and ends at 1, 2 or 5 times a power of ten.
 *
 * @param start the value at its beginning, positive
 * @param end the value at its end, greater than the start
 */
record LogScale(double start, double end) implements Scale {
  private static final double[] STEPS = {1, 2, 5};
  private static final double DECADES_WITH_STEPS_MAX = 2.1;
  private static final int DECADES_LABELLED_MAX = 6;

  /** An axis that holds the values between two positive ones. */
  static LogScale between(double min, double max) {
    double start = STEPS[0] * decade(min);
    double end = 10 * decade(max);
    for (double step : STEPS) {
      if (step * decade(min) <= min) {
        start = step * decade(min);
      }
    }
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if (STEPS[i] * decade(max) > max) {
        end = STEPS[i] * decade(max);
      }
    }
    return new LogScale(start, end);
  }

  @Override
  public double position(double value) {
    return Math.log(value / start) / Math.log(end / start);
  }

  @Override
  public List<Double> ticks() {
    double decades = Math.log10(end / start);
    double[] steps = decades <= DECADES_WITH_STEPS_MAX ? STEPS : new double[] {1};
    int stride = (int) Math.ceil(decades / DECADES_LABELLED_MAX);
    List<Double> ticks = new ArrayList<>();
    int last = exponent(end);
    for (int exponent = exponent(start); exponent <= last; exponent += stride) {
      for (double step : steps) {
        double value = step * power(exponent);
        if (value >= start && value <= end) {
          ticks.add(value);
        }
      }
    }
    return List.copyOf(ticks);
  }

  private static int exponent(double value) {
    int exponent = (int) Math.floor(Math.log10(value));
    // The logarithm of a power of ten can fall short of the whole number.
    return power(exponent + 1) <= value ? exponent + 1 : exponent;
  }

  private static double decade(double value) {
    return power(exponent(value));
  }

  // Parsed, so that 0.001 is the same double here and in a literal.
  private static double power(int exponent) {
    return Double.parseDouble("1e" + exponent);
  }
}
