package dev.hubbub.bots.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipfSamplerTest {
  private static final int SAMPLES = 400_000;

  // With n - 1 degrees of freedom, chi-square has the mean n - 1 and the variance 2 (n - 1): five
  // standard deviations are far beyond what the seed could do.
  @ParameterizedTest
  @CsvSource({"0.3,20", "0.8,20", "1,20", "1.00000001,20", "1.5,20", "3,10", "1,2", "0.99,200"})
  void ranks_come_as_often_as_zipfs_law_says(double exponent, int ranks) {
    long[] counts = counts(exponent, ranks);

    double sum = IntStream.rangeClosed(1, ranks).mapToDouble(k -> Math.pow(k, -exponent)).sum();
    double chiSquare = 0;
    for (int rank = 1; rank <= ranks; rank++) {
      double expected = SAMPLES * Math.pow(rank, -exponent) / sum;
      chiSquare += (counts[rank] - expected) * (counts[rank] - expected) / expected;
    }
    double freedom = ranks - 1;
    assertThat(chiSquare).isLessThan(freedom + 5 * Math.sqrt(2 * freedom));
  }

  @Test
  void the_test_above_would_see_another_exponent() {
    long[] counts = counts(1.02, 20);

    double sum = IntStream.rangeClosed(1, 20).mapToDouble(k -> 1.0 / k).sum();
    double chiSquare = 0;
    for (int rank = 1; rank <= 20; rank++) {
      double expected = SAMPLES / sum / rank;
      chiSquare += (counts[rank] - expected) * (counts[rank] - expected) / expected;
    }
    assertThat(chiSquare).isGreaterThan(19 + 5 * Math.sqrt(38));
  }

  @Test
  void of_one_rank_it_is_always_that() {
    ZipfSampler one = new ZipfSampler(1, 1.2);
    SplittableRandom random = new SplittableRandom(3);

    assertThat(IntStream.range(0, 1_000).map(i -> one.next(random))).containsOnly(1);
  }

  @Test
  void millions_of_ranks_need_no_table() {
    ZipfSampler many = new ZipfSampler(1_000_000, 1);
    SplittableRandom random = new SplittableRandom(3);
    int[] ranks = IntStream.range(0, 20_000).map(i -> many.next(random)).toArray();

    assertThat(IntStream.of(ranks)).allMatch(rank -> rank >= 1 && rank <= 1_000_000);
    // The median of a million ranks with the exponent 1 is about 800: half of ln(1e6) + 0.577.
    assertThat(IntStream.of(ranks).sorted().toArray()[10_000]).isBetween(600, 1_050);
  }

  private static long[] counts(double exponent, int ranks) {
    ZipfSampler sampler = new ZipfSampler(ranks, exponent);
    SplittableRandom random = new SplittableRandom(42);
    long[] counts = new long[ranks + 1];
    for (int i = 0; i < SAMPLES; i++) {
      counts[sampler.next(random)]++;
    }
    return counts;
  }
}
