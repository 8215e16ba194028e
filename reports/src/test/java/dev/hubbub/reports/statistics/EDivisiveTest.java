package dev.hubbub.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hubbub.reports.statistics.EDivisive.Change;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EDivisiveTest {
  private static final EDivisive METHOD = new EDivisive(4, 499, 0.01);

  @Test
  void finds_where_the_level_changes() {
    assertThat(METHOD.changes(noisy(20, 100, 15, 80)))
        .singleElement()
        .satisfies(change -> assertThat(change.index()).isEqualTo(20))
        .satisfies(change -> assertThat(change.p()).isPositive().isLessThanOrEqualTo(0.01));
  }

  @Test
  void finds_every_change_of_several() {
    double[] values = noisy(12, 100, 10, 130, 14, 90);

    assertThat(METHOD.changes(values)).extracting(Change::index).containsExactly(12, 22);
  }

  @Test
  void finds_a_change_that_was_taken_back() {
    double[] values = noisy(20, 100, 6, 70, 20, 100);

    assertThat(METHOD.changes(values)).extracting(Change::index).containsExactly(20, 26);
  }

  @Test
  void finds_nothing_where_all_values_are_the_same() {
    assertThat(METHOD.changes(new double[50])).isEmpty();
  }

  @Test
  void finds_nothing_in_a_series_too_short_for_two_parts() {
    assertThat(METHOD.changes(new double[] {1, 1, 1, 9, 9, 9, 9})).isEmpty();
    assertThat(METHOD.changes(new double[0])).isEmpty();
  }

  @Test
  void takes_one_wild_value_for_no_change() {
    double[] values = noisy(40, 100);
    values[25] = 1_000;

    assertThat(METHOD.changes(values)).isEmpty();
  }

  @Test
  void gives_the_same_answer_for_the_same_series() {
    double[] values = noisy(20, 100, 20, 99.3);

    assertThat(METHOD.changes(values)).isEqualTo(METHOD.changes(values.clone()));
  }

  @Test
  void diverges_as_the_paper_defines_it() {
    double[] values = {3, 1, 4, 10, 12, 11, 19};

    EnergySplit best = EnergySplit.best(values, 0, values.length, 2);

    EnergySplit expected = new EnergySplit(-1, 0);
    for (int split = 2; split <= 5; split++) {
      for (int end = split + 2; end <= 7; end++) {
        double divergence =
            divergence(Arrays.copyOf(values, split), Arrays.copyOfRange(values, split, end));
        expected =
            divergence > expected.divergence() ? new EnergySplit(split, divergence) : expected;
      }
    }
    assertThat(best.at()).isEqualTo(expected.at());
    assertThat(best.divergence()).isCloseTo(expected.divergence(), within(1e-9));
  }

  // Word for word: mn/(m+n) (2/mn sum|x-y| - sum|x-x'| / C(m,2) - sum|y-y'| / C(n,2)).
  private static double divergence(double[] x, double[] y) {
    double m = x.length;
    double n = y.length;
    double between =
        DoubleStream.of(x).flatMap(a -> DoubleStream.of(y).map(b -> Math.abs(a - b))).sum();
    return m
        * n
        / (m + n)
        * (2 / (m * n) * between - pairs(x) / (m * (m - 1) / 2) - pairs(y) / (n * (n - 1) / 2));
  }

  private static double pairs(double[] x) {
    return IntStream.range(0, x.length)
        .mapToDouble(i -> IntStream.range(0, i).mapToDouble(k -> Math.abs(x[i] - x[k])).sum())
        .sum();
  }

  // Levels with their lengths, and a noise of one to each side.
  private static double[] noisy(double... lengthsAndLevels) {
    SplittableRandom random = new SplittableRandom(7);
    return IntStream.range(0, lengthsAndLevels.length / 2)
        .boxed()
        .flatMapToDouble(i ->
            DoubleStream.generate(() -> lengthsAndLevels[2 * i + 1] + random.nextDouble(-1, 1))
                .limit((long) lengthsAndLevels[2 * i]))
        .toArray();
  }
}
