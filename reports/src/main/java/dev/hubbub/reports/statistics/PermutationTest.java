package dev.hubbub.reports.statistics;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * Whether two samples have the same mean: Fisher's permutation test (R. A. Fisher, <i>The Design of
 * Experiments</i>, 1935, section 21). It takes no kind of noise for granted, and of a few values it
 * tells exactly what can be said: all ways to divide them are tried, or a random part of them where
 * there are more than {@value #EXACT_MAX}.
 */
public final class PermutationTest {
  /** The most ways to divide the values that are all tried. */
  public static final int EXACT_MAX = 100_000;

  private static final int RANDOM_TRIES = 19_999;
  private static final long SEED = 19_350_101;
  private static final double ROUNDING = 1e-9;

  private PermutationTest() {}

  /** How probable a difference of the means as large as this one is, if there is none. */
  public static double p(double[] first, double[] second) {
    double[] all = DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second)).toArray();
    double least = Math.abs(Sample.mean(first) - Sample.mean(second));
    double tolerance = ROUNDING * Math.abs(Sample.mean(all));
    return ways(first.length, second.length) <= EXACT_MAX
        ? exact(all, first.length, least - tolerance)
        : random(all, first.length, least - tolerance);
  }

  /**
   * The smallest p that two samples of these sizes can come to. Where it is over what counts as
   * significant, no difference however large can be told from noise.
   */
  public static double pMin(int firstCount, int secondCount) {
    // In samples of equal size, exchanging the two gives the same difference.
    return Math.max(
        (firstCount == secondCount ? 2 : 1) / ways(firstCount, secondCount), 1.0 / RANDOM_TRIES);
  }

  private static double ways(int firstCount, int secondCount) {
    return CombinatoricsUtils.binomialCoefficientDouble(firstCount + secondCount, firstCount);
  }

  private static double exact(double[] all, int count, double least) {
    long[] asFar = new long[2];
    double total = DoubleStream.of(all).sum();
    choose(all, 0, count, 0, new Division(total, count, all.length - count, least), asFar);
    return (double) asFar[0] / asFar[1];
  }

  private static void choose(
      double[] all, int from, int left, double sum, Division division, long[] asFar) {
    if (left == 0) {
      asFar[0] += division.isAsFar(sum) ? 1 : 0;
      asFar[1]++;
      return;
    }
    for (int i = from; i <= all.length - left; i++) {
      choose(all, i + 1, left - 1, sum + all[i], division, asFar);
    }
  }

  private static double random(double[] all, int count, double least) {
    RandomGenerator random =
        RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(SEED);
    Division division = new Division(DoubleStream.of(all).sum(), count, all.length - count, least);
    int asFar = 1;
    for (int i = 0; i < RANDOM_TRIES; i++) {
      Shuffle.shuffle(all, 0, all.length, random);
      asFar += division.isAsFar(DoubleStream.of(all).limit(count).sum()) ? 1 : 0;
    }
    return (double) asFar / (RANDOM_TRIES + 1);
  }

  private record Division(double total, int firstCount, int secondCount, double least) {
    boolean isAsFar(double firstSum) {
      return Math.abs(firstSum / firstCount - (total - firstSum) / secondCount) >= least;
    }
  }
}
