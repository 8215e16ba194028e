package dev.hubbub.reports.text;

import java.util.List;
import java.util.stream.IntStream;

/** Keeps a report small where there is more to show than anybody reads. */
public final class Shown {
  private Shown() {}

  /** All of them, or so many at even distances, the first and the last among them. */
  public static <T> List<T> evenly(List<T> all, int max) {
    if (all.size() <= max) {
      return all;
    }
    return IntStream.range(0, max)
        .mapToObj(i -> all.get((int) ((long) i * (all.size() - 1) / (max - 1))))
        .toList();
  }
}
