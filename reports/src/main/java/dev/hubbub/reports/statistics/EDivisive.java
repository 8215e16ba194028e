package dev.hubbub.reports.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Change points of a series by E-divisive means: David S. Matteson and Nicholas A. James, <i>A
 * Nonparametric Approach for Multiple Change Point Analysis of Multivariate Data</i>, Journal of
 * the American Statistical Association 109 (2014), 334–345, arXiv:1306.4933; here for one variable
 * and with alpha = 1. It takes no kind of noise for granted, and any number of changes may be
 * there.
 *
 * <p>The series is split again and again where its parts diverge most, until a split diverges no
 * more than splits of the same values in random order do. Daly and others showed that this serves
 * for performance in continuous integration: <i>The Use of Change Point Detection to Identify
 * Software Performance Regressions in a Continuous Integration System</i>, ICPE 2020.
 *
 * @param partMin least number of values on each side of a change, at least 2
 * @param permutations random orders to compare a split with
 * @param pMax the largest p with which a split counts as a change
 */
public record EDivisive(int partMin, int permutations, double pMax) {
  private static final long SEED = 20_140_101;
  // Sums of the same distances in another order differ in their last digits.
  private static final double ROUNDING = 1e-9;

  /**
   * A change.
   *
   * @param index of the first value after it
   * @param p how probable a divergence like this one is in a series without this change
   */
  public record Change(int index, double p) {}

  /** The changes of a series, in its order. Takes time in the order of the length squared. */
  public List<Change> changes(double[] values) {
    RandomGenerator random =
        RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(SEED);
    TreeSet<Integer> bounds = new TreeSet<>(List.of(0, values.length));
    List<Change> changes = new ArrayList<>();
    while (true) {
      List<Integer> parts = List.copyOf(bounds);
      EnergySplit split = bestOf(values, parts);
      double p = split.divergence() > 0 ? p(values, parts, split, random) : 1;
      if (p > pMax) {
        changes.sort(Comparator.comparingInt(Change::index));
        return List.copyOf(changes);
      }
      bounds.add(split.at());
      changes.add(new Change(split.at(), p));
    }
  }

  private EnergySplit bestOf(double[] values, List<Integer> bounds) {
    EnergySplit best = EnergySplit.NONE;
    for (int i = 0; i < bounds.size() - 1; i++) {
      EnergySplit next = EnergySplit.best(values, bounds.get(i), bounds.get(i + 1), partMin);
      best = next.divergence() > best.divergence() ? next : best;
    }
    return best;
  }

  // Shuffles within the parts found so far: what is already known to have changed stays.
  private double p(
      double[] values, List<Integer> bounds, EnergySplit split, RandomGenerator random) {
    double[] shuffled = values.clone();
    double least = split.divergence() * (1 - ROUNDING);
    int asFar = 1;
    for (int i = 0; i < permutations; i++) {
      for (int part = 0; part < bounds.size() - 1; part++) {
        Shuffle.shuffle(shuffled, bounds.get(part), bounds.get(part + 1), random);
      }
      if (bestOf(shuffled, bounds).divergence() >= least) {
        asFar++;
      }
      if (asFar > pMax * (permutations + 1)) {
        return 1;
      }
    }
    return (double) asFar / (permutations + 1);
  }
}
