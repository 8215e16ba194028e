package dev.hubbub.gatling.stats;

import org.jspecify.annotations.Nullable;

/**
 * A distribution in whole milliseconds, as Gatling's own report shows it. A percentile with fewer
 * than ten values beyond it is null.
 */
public record LoggedTimes(
    int minMs,
    int meanMs,
    int stdDevMs,
    @Nullable Integer p50Ms,
    @Nullable Integer p95Ms,
    @Nullable Integer p99Ms,
    @Nullable Integer p999Ms,
    int maxMs) {}
