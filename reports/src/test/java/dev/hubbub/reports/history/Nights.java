package dev.hubbub.reports.history;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A made-up history: so many users each night with a normal noise of 10 %, and fewer from one night
 * on.
 */
final class Nights {
  static final int COUNT = 60;
  static final int SHIFT_AT = 30;

  private static final double USERS = 20_000;
  private static final double NOISE = 0.1;

  private Nights() {}

  /** The same seed gives the same noise, whatever the shift. */
  static double[] users(long seed, double shift) {
    RandomGenerator random =
        RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
    double[] users = new double[COUNT];
    for (int night = 0; night < COUNT; night++) {
      double level = night < SHIFT_AT ? USERS : USERS * (1 - shift);
      users[night] = level * (1 + NOISE * random.nextGaussian());
    }
    return users;
  }
}
