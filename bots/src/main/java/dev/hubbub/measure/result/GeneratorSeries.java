package dev.hubbub.measure.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the generator saw in each interval of a window. All lists have the same length; an interval
 * that is too small to know a figure has null in its place.
 *
 * @param seconds from the start of the window to the end of the interval
 * @param deliveredPerSecond messages that arrived in the interval, all workers together
 * @param latencyP50Ms from the due time, of what arrived in the interval, of the slowest worker
 * @param latencyP99Ms from the due time, of what arrived in the interval, of the slowest worker
 * @param latencyMsMax from the due time, of what arrived in the interval, of the slowest worker
 * @param cpuShare processor time of the busiest worker, as in {@link ProcessLoad}
 * @param loopLagMsMax the longest that an event loop was late
 * @param gcMs time spent in garbage collection, of the worker with the most
 */
public record GeneratorSeries(
    List<Double> seconds,
    List<Double> deliveredPerSecond,
    List<@Nullable Double> latencyP50Ms,
    List<@Nullable Double> latencyP99Ms,
    List<@Nullable Double> latencyMsMax,
    List<Double> cpuShare,
    List<Double> loopLagMsMax,
    List<Double> gcMs) {}
