package dev.hubbub.reports.compare;

import dev.hubbub.measure.result.Percentiles;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * A 99th percentile with the interval in which it lies with 95 % probability, in milliseconds. The
 * interval is that of the order statistics (Hahn and Meeker, <i>Statistical Intervals</i>, 1991,
 * section 5.2), with the normal approximation of the binomial ranks. It knows the noise within a
 * window only: messages of one window share its pauses.
 */
public record Tail(double p99Ms, double lowMs, double highMs) {
  private static final double QUANTILE = 0.99;
  private static final double NORMAL_975 = 1.96;
  private static final double NS_PER_MS = 1e6;

  /** The tail of a distribution, or nothing where it is too small to have one or can't be read. */
  static Optional<Tail> of(Percentiles latency) {
    if (latency.p99Ms() == null || latency.histogram().isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(latency.histogram());
      Histogram histogram = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
      double count = histogram.getTotalCount();
      double reach = NORMAL_975 * Math.sqrt(QUANTILE * (1 - QUANTILE) / count);
      return Optional.of(
          new Tail(
              latency.p99Ms(), at(histogram, QUANTILE - reach), at(histogram, QUANTILE + reach)));
    } catch (IllegalArgumentException | DataFormatException e) {
      return Optional.empty();
    }
  }

  private static double at(Histogram histogram, double quantile) {
    return histogram.getValueAtPercentile(Math.min(1, quantile) * 100) / NS_PER_MS;
  }

  /** Whether both intervals have a value in common. */
  boolean overlaps(Tail other) {
    return lowMs <= other.highMs && other.lowMs <= highMs;
  }
}
