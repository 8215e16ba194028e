package dev.hubbub.reports.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * How often an alarm sounds in many histories.
 *
 * @param histories how many sounded it in a night from the shift on
 * @param nights how many nights of all these did
 * @param delay nights from the shift to the first alarm, on average
 */
record AlarmRates(double histories, double nights, double delay) {
  /** The rates in histories of the first seeds, with the same shift. */
  static AlarmRates of(Alarm alarm, int histories, double shift) {
    double[][] firstAndCount =
        LongStream.rangeClosed(1, histories)
            .parallel()
            .mapToObj(seed -> heard(alarm, Nights.users(seed, shift)))
            .toArray(double[][]::new);
    double[][] alarmed =
        Arrays.stream(firstAndCount).filter(one -> one[1] > 0).toArray(double[][]::new);
    double nights = (double) histories * (Nights.COUNT - Nights.SHIFT_AT);
    return new AlarmRates(
        (double) alarmed.length / histories,
        sum(alarmed, one -> one[1]) / nights,
        alarmed.length == 0 ? Double.NaN : sum(alarmed, one -> one[0]) / alarmed.length);
  }

  private static double[] heard(Alarm alarm, double[] users) {
    double first = -1;
    int count = 0;
    for (int night = Nights.SHIFT_AT; night < Nights.COUNT; night++) {
      if (alarm.sounds(Arrays.copyOf(users, night + 1))) {
        first = count == 0 ? night - Nights.SHIFT_AT : first;
        count++;
      }
    }
    return new double[] {first, count};
  }

  private static double sum(double[][] all, ToDoubleFunction<double[]> value) {
    return Arrays.stream(all).mapToDouble(value).sum();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%5.1f %% of histories, %5.1f %% of nights, first after %4.1f nights",
        100 * histories,
        100 * nights,
        delay);
  }
}
