package dev.hubbub.reports.chart;

import java.util.List;
import java.util.stream.LongStream;

/**
 * An axis from zero.
 *
 * @param end the value at its end, positive
 * @param tickStep distance of the ticks
 */
record LinearScale(double end, double tickStep) implements Scale {
  private static final int TICKS_MAX = 5;
  private static final double ROOM_AT_THE_END = 1.04;

  /** An axis that holds the values from zero up to the given one, with room at its end. */
  static LinearScale upTo(double max) {
    return upTo(max, 1);
  }

  /** The same, whose ticks are round in a unit: megabytes in an axis of bytes. */
  static LinearScale upTo(double max, double unit) {
    double end = max > 0 ? max * ROOM_AT_THE_END : unit;
    return new LinearScale(end, niceStep(end / unit) * unit);
  }

  // The smallest of 1, 2 or 5 times a power of ten that needs no more than TICKS_MAX steps.
  private static double niceStep(double range) {
    double rough = range / TICKS_MAX;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= rough) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  @Override
  public double position(double value) {
    return value / end;
  }

  @Override
  public List<Double> ticks() {
    return LongStream.rangeClosed(0, (long) (end / tickStep)).mapToObj(i -> i * tickStep).toList();
  }
}
