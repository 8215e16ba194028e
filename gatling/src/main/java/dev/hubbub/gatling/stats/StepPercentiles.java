package dev.hubbub.gatling.stats;

import org.jspecify.annotations.Nullable;

/**
 * A distribution of times, in milliseconds, with three significant digits. A percentile with fewer
 * than ten values beyond it is null.
 *
 * @param count how many values were recorded
 * @param histogram the whole distribution in nanoseconds, HdrHistogram V2 compressed, Base64
 */
public record StepPercentiles(
    long count,
    @Nullable Double p50Ms,
    @Nullable Double p90Ms,
    @Nullable Double p99Ms,
    @Nullable Double p999Ms,
    @Nullable Double maxMs,
    String histogram) {}
