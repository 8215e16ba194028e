package dev.hubbub.gatling.stats;

import io.gatling.charts.stats.GeneralStats;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Distributions in the words of {@code stats.json}. */
final class Distributions {
  private static final double NS_PER_MS = 1e6;
  private static final int VALUES_BEYOND_MIN = 10;
  // 100 - 99.9 is a little less than 0.1.
  private static final double ROUNDING = 1e-6;

  private Distributions() {}

  /** Of Gatling's log. */
  static LoggedTimes logged(GeneralStats stats) {
    return new LoggedTimes(
        stats.min(),
        stats.mean(),
        stats.stdDev(),
        percentile(stats, 50),
        percentile(stats, 95),
        percentile(stats, 99),
        percentile(stats, 99.9),
        stats.max());
  }

  /** Of the protocol's own times, in nanoseconds. */
  static StepPercentiles percentiles(Histogram histogram) {
    return new StepPercentiles(
        histogram.getTotalCount(),
        percentileMs(histogram, 50),
        percentileMs(histogram, 90),
        percentileMs(histogram, 99),
        percentileMs(histogram, 99.9),
        histogram.getTotalCount() == 0 ? null : histogram.getMaxValue() / NS_PER_MS,
        encoded(histogram));
  }

  private static @Nullable Integer percentile(GeneralStats stats, double percent) {
    return isKnown(stats.count(), percent) ? (Integer) stats.percentile().apply(percent) : null;
  }

  private static @Nullable Double percentileMs(Histogram histogram, double percent) {
    return isKnown(histogram.getTotalCount(), percent)
        ? histogram.getValueAtPercentile(percent) / NS_PER_MS
        : null;
  }

  // As docs/measurement.md says: fewer values beyond it say little about where it is.
  private static boolean isKnown(long count, double percent) {
    return count * (100 - percent) >= 100 * VALUES_BEYOND_MIN - ROUNDING;
  }

  private static String encoded(Histogram histogram) {
    ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }
}
