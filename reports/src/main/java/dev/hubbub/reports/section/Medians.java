package dev.hubbub.reports.section;

import java.util.List;
import java.util.OptionalDouble;

/** The middle of several figures. */
final class Medians {
  private Medians() {}

  /** The median; of an even count the mean of the two in the middle. Empty when there is none. */
  static OptionalDouble of(List<Double> values) {
    if (values.isEmpty()) {
      return OptionalDouble.empty();
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return OptionalDouble.of(
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
  }
}
