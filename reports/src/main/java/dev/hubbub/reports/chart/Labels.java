package dev.hubbub.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps labels that stand above each other from covering one another. */
final class Labels {
  private Labels() {}

  /**
   * Moves positions apart, as little as is needed, and keeps their order.
   *
   * @param wanted where the labels belong, in any order
   * @param gap least distance of two labels
   * @param max the last position that fits; an overfull column overflows at its beginning
   * @return the positions in the order of {@code wanted}
   */
  static List<Double> spread(List<Double> wanted, double gap, double max) {
    List<Integer> order =
        IntStream.range(0, wanted.size())
            .boxed()
            .sorted(Comparator.comparing(wanted::get))
            .toList();
    List<Double> placed = new ArrayList<>(wanted);
    double free = Double.NEGATIVE_INFINITY;
    for (int i : order) {
      double at = Math.max(wanted.get(i), free);
      placed.set(i, at);
      free = at + gap;
    }
    double end = max;
    for (int i : order.reversed()) {
      double at = Math.min(placed.get(i), end);
      placed.set(i, at);
      end = at - gap;
    }
    return List.copyOf(placed);
  }
}
