package dev.hubbub.bots.engine;

import org.jspecify.annotations.Nullable;

/**
 * One interval of a window, as an engine saw it.
 *
 * @param seconds from the start of the window to its end
 * @param lengthSeconds its length
 * @param delivered messages that arrived in it
 * @param p50Ms latency of those, from the due time; null where there are too few to know it
 * @param p99Ms latency of those, from the due time; null where there are too few to know it
 * @param msMax latency of those, from the due time; null where there are none
 * @param cpuShare as in {@link RunOutcome.Usage}
 * @param loopLagMsMax the longest that the event loop was late
 * @param gcMs time spent in garbage collection
 */
public record IntervalSample(
    double seconds,
    double lengthSeconds,
    long delivered,
    @Nullable Double p50Ms,
    @Nullable Double p99Ms,
    @Nullable Double msMax,
    double cpuShare,
    double loopLagMsMax,
    double gcMs) {}
