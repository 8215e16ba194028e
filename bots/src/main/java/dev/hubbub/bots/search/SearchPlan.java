package dev.hubbub.bots.search;

import org.jspecify.annotations.Nullable;

/**
 * How a search goes about it. Loads are whole numbers: users, or messages a second.
 *
 * @param start the first load
 * @param factor by which the ramp grows, over 1
 * @param tolerance relative width of the gap at which bisection ends, between 0 and 1
 * @param ceiling a load known to be the most that can be tried, or null
 * @param stepsMax budget of steps, so that no server can keep the search going
 */
public record SearchPlan(
    long start, double factor, double tolerance, @Nullable Ceiling ceiling, int stepsMax) {
  /** Checks the bounds. */
  public SearchPlan {
    if (start < 1 || !(factor > 1) || !(tolerance > 0 && tolerance < 1) || stepsMax < 1) {
      throw new IllegalArgumentException(
          "start "
              + start
              + ", factor "
              + factor
              + ", tolerance "
              + tolerance
              + ", stepsMax "
              + stepsMax);
    }
  }
}
