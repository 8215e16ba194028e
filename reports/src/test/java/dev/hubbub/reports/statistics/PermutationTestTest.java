package dev.hubbub.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
  @Test
  void counts_the_divisions_that_differ_as_much() {
    assertThat(PermutationTest.p(new double[] {1, 2, 3, 4}, new double[] {5, 6, 7, 8}))
        .isEqualTo(2.0 / 70);
    // Of the ten ways to take two of five, {1, 2}, {4, 5} and {1, 2 | 3, 4, 5} seen from behind.
    assertThat(PermutationTest.p(new double[] {1, 2}, new double[] {3, 4, 5})).isEqualTo(2.0 / 10);
  }

  @Test
  void the_same_values_don_t_differ() {
    assertThat(PermutationTest.p(new double[] {0.1, 0.2, 0.3}, new double[] {0.3, 0.1, 0.2}))
        .isEqualTo(1);
  }

  @Test
  void tells_how_little_a_small_sample_can_show() {
    assertThat(PermutationTest.pMin(1, 1)).isEqualTo(1);
    assertThat(PermutationTest.pMin(3, 3)).isEqualTo(0.1);
    assertThat(PermutationTest.pMin(4, 4)).isEqualTo(2.0 / 70);
    assertThat(PermutationTest.pMin(1, 19)).isEqualTo(0.05);
  }

  @Test
  void draws_divisions_where_there_are_too_many_to_try_all() {
    double[] low = IntStream.range(0, 30).mapToDouble(i -> i % 10).toArray();
    double[] high = IntStream.range(0, 30).mapToDouble(i -> i % 10 + 1.5).toArray();

    double p = PermutationTest.p(low, high);

    // Student's t of these samples: 2.0 with 58 degrees of freedom.
    assertThat(p).isCloseTo(0.05, within(0.01));
    assertThat(PermutationTest.p(low, high)).isEqualTo(p);
  }
}
