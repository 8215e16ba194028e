package dev.hubbub.gatling.stats;

import org.jspecify.annotations.Nullable;

/**
 * One interval of the run, a second long; longer where there would be more than a thousand.
 *
 * @param atSeconds its middle, since the run's begin, of which the warm-up is a part
 * @param activeUsers the most that were active at once
 * @param succeededPerSecond steps that ended well
 * @param failedPerSecond steps that failed
 * @param p50Ms of the successful ones; null where there were none, as in the two that follow
 * @param p99Ms of the successful ones
 * @param maxMs of the successful ones
 */
public record SeriesPoint(
    double atSeconds,
    int activeUsers,
    int succeededPerSecond,
    int failedPerSecond,
    @Nullable Integer p50Ms,
    @Nullable Integer p99Ms,
    @Nullable Integer maxMs) {}
