package dev.hubbub.bots.compare;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The median of some values, with the least and the largest. */
record Figure(double median, double min, double max, int count) {
  /** Of these values, or null where there is none. */
  static @Nullable Figure of(Collection<Double> values) {
    if (values.isEmpty()) {
      return null;
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Figure(median, sorted[0], sorted[sorted.length - 1], sorted.length);
  }

  /** For example {@code 1.12 (1.05–1.20)}; the median alone where there is one value. */
  String text(String format) {
    String middle = String.format(Locale.ROOT, format, median);
    return count == 1 || min == max
        ? middle
        : middle + String.format(Locale.ROOT, " (" + format + "–" + format + ")", min, max);
  }
}
