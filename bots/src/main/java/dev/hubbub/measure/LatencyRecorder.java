package dev.hubbub.measure;

import dev.hubbub.measure.result.Percentiles;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Records times into an HdrHistogram: nanoseconds, three significant digits, up to an hour; longer
 * ones count as an hour.
 *
 * <p>A time is meant to run from the moment at which the plan said to send, so that a stall is in
 * the percentiles of every message that it delayed (see Gil Tene, "How NOT to Measure Latency").
 */
public final class LatencyRecorder {
  private static final long LATENCY_NS_MAX = TimeUnit.HOURS.toNanos(1);
  private static final int SIGNIFICANT_DIGITS = 3;
  private static final double NANOS_PER_MILLI = 1e6;

  /** A percentile is known when so many values lie beyond it. */
  private static final int VALUES_BEYOND_MIN = 10;

  private final Histogram histogram;

  /** An empty recorder. */
  public LatencyRecorder() {
    this(new Histogram(LATENCY_NS_MAX, SIGNIFICANT_DIGITS));
  }

  private LatencyRecorder(Histogram histogram) {
    this.histogram = histogram;
  }

  /** Records a time; a negative one, which only a clock that jumped can give, counts as 0. */
  public void record(long latencyNs) {
    histogram.recordValue(Math.clamp(latencyNs, 0, LATENCY_NS_MAX));
  }

  /** Adds all values of the other recorder, which stays as it is. */
  public void add(LatencyRecorder other) {
    histogram.add(other.histogram);
  }

  /** Forgets all values. */
  public void reset() {
    histogram.reset();
  }

  /** How many values were recorded. */
  public long count() {
    return histogram.getTotalCount();
  }

  /** The median in milliseconds, or null while the sample can't know it. */
  public @Nullable Double p50Ms() {
    return permilleMs(500);
  }

  /** The 99th percentile in milliseconds, or null while the sample can't know it. */
  public @Nullable Double p99Ms() {
    return permilleMs(990);
  }

  /**
   * The value that the given share of all values does not exceed, in milliseconds, however small
   * the sample; 0 of an empty one.
   */
  public double valueMsAt(double share) {
    return histogram.getValueAtPercentile(share * 100) / NANOS_PER_MILLI;
  }

  /** The longest time in milliseconds, or null while there is none. */
  public @Nullable Double maxMs() {
    return count() == 0 ? null : (Double) (histogram.getMaxValue() / NANOS_PER_MILLI);
  }

  /** The distribution as a value. */
  public Percentiles percentiles() {
    return new Percentiles(
        count(), p50Ms(), permilleMs(900), p99Ms(), permilleMs(999), maxMs(), encode());
  }

  /** The whole distribution: HdrHistogram V2 compressed, Base64. */
  public String encode() {
    ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoCompressedByteBuffer(bytes, Deflater.DEFAULT_COMPRESSION);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if the text is no such histogram
   */
  public static LatencyRecorder decode(String encoded) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
      LatencyRecorder recorder = new LatencyRecorder();
      recorder.histogram.add(Histogram.decodeFromCompressedByteBuffer(bytes, LATENCY_NS_MAX));
      return recorder;
    } catch (DataFormatException | RuntimeException e) {
      throw new IllegalArgumentException("not a Base64 V2 compressed histogram: " + encoded, e);
    }
  }

  /** The sum of several histograms, merged value by value. */
  public static LatencyRecorder merge(Iterable<String> encoded) {
    LatencyRecorder sum = new LatencyRecorder();
    encoded.forEach(one -> sum.add(decode(one)));
    return sum;
  }

  // In thousandths: 100 - 99.9 is no exact number in floating point.
  private @Nullable Double permilleMs(int permille) {
    return count() * (1_000 - permille) / 1_000 < VALUES_BEYOND_MIN
        ? null
        : histogram.getValueAtPercentile(permille / 10.0) / NANOS_PER_MILLI;
  }
}
