package dev.hubbub.bots.workload;

import java.util.SplittableRandom;

/**
 * Ranks from 1 to n, where rank k comes in proportion to {@code k^-exponent}: a few are asked for
 * all the time, most seldom.
 *
 * <p>Rejection-inversion after W. Hörmann and G. Derflinger, "Rejection-inversion to generate
 * variates from monotone discrete distributions", ACM Transactions on Modeling and Computer
 * Simulation 6(3), 1996: the area under {@code x^-exponent} is inverted, and the small part of it
 * that lies outside the bars of the ranks is rejected. No table, so any number of users costs the
 * same; nearly always one random number a rank.
 */
final class ZipfSampler {
  private final int ranks;
  private final double exponent;
  private final double areaFirst;
  private final double areaAll;
  private final double acceptedWidth;

  /** A sampler of so many ranks, at least one; the exponent is over 0. */
  ZipfSampler(int ranks, double exponent) {
    this.ranks = ranks;
    this.exponent = exponent;
    // The first bar is taken whole: it reaches as far to the left as it is wide.
    this.areaFirst = area(1.5) - 1;
    this.areaAll = area(ranks + 0.5);
    this.acceptedWidth = 2 - inverseArea(area(2.5) - height(2));
  }

  /** How many ranks there are. */
  int ranks() {
    return ranks;
  }

  /** The next rank, from 1. */
  int next(SplittableRandom random) {
    while (true) {
      double point = areaAll + random.nextDouble() * (areaFirst - areaAll);
      double x = inverseArea(point);
      int rank = Math.clamp((int) Math.rint(x), 1, ranks);
      // Close to the middle of its bar a point always lies inside; else the bar's edge decides.
      if (rank - x <= acceptedWidth || point >= area(rank + 0.5) - height(rank)) {
        return rank;
      }
    }
  }

  private double height(double x) {
    return Math.exp(-exponent * Math.log(x));
  }

  // The integral of x^-exponent from 1, in a form that holds near the exponent 1 too.
  private double area(double x) {
    double log = Math.log(x);
    double power = (1 - exponent) * log;
    return Math.abs(power) < 1e-8 ? log * (1 + power / 2) : Math.expm1(power) / (1 - exponent);
  }

  private double inverseArea(double area) {
    double power = Math.max(-1, (1 - exponent) * area);
    return Math.abs(power) < 1e-8
        ? Math.exp(area * (1 - power / 2))
        : Math.exp(Math.log1p(power) / (1 - exponent));
  }
}
