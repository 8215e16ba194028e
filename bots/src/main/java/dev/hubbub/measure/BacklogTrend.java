package dev.hubbub.measure;

import java.util.Arrays;
import java.util.List;

/**
 * Tells a backlog that grows from one that merely wavers.
 *
 * <p>The samples, taken at equal distances over the window, are cut into three parts. The backlog
 * grows when the medians of the parts rise from each to the next and the last lies above the first
 * by more than {@value #GROWTH_SHARE_MIN} of all messages offered in the window: the server is
 * behind by about a hundredth of the load then, for the medians are two thirds of the window apart.
 * Medians, because a pause of a few milliseconds lifts single samples only.
 */
public final class BacklogTrend {
  private static final double GROWTH_SHARE_MIN = 0.005;
  private static final long GROWTH_MESSAGES_MIN = 10;
  private static final int PARTS = 3;

  private BacklogTrend() {}

  /** Whether the backlog grew all through the window; false with fewer than three samples. */
  public static boolean grows(List<Long> samples, long offered) {
    int part = samples.size() / PARTS;
    if (part == 0) {
      return false;
    }
    double first = median(samples.subList(0, part));
    double second = median(samples.subList(part, samples.size() - part));
    double third = median(samples.subList(samples.size() - part, samples.size()));
    double growthMin = Math.max(GROWTH_MESSAGES_MIN, GROWTH_SHARE_MIN * offered);
    return first < second && second < third && third - first > growthMin;
  }

  private static double median(List<Long> samples) {
    long[] sorted = samples.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }
}
