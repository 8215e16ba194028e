package dev.hubbub.measure.result;

import org.jspecify.annotations.Nullable;

/**
 * A distribution of times, in milliseconds. A percentile that the sample is too small to know is
 * null.
 *
 * @param count how many values were recorded
 * @param histogram the whole distribution in nanoseconds, HdrHistogram V2 compressed, Base64
 */
public record Percentiles(
    long count,
    @Nullable Double p50Ms,
    @Nullable Double p90Ms,
    @Nullable Double p99Ms,
    @Nullable Double p999Ms,
    @Nullable Double maxMs,
    String histogram) {}
