package dev.hubbub.measure.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server used in each interval of a window. All lists have the same length; what could not
 * be observed in an interval is null in its place.
 *
 * @param seconds from the start of the window to the end of the interval
 * @param cpuShare processor time, as in {@link ProcessLoad}
 * @param loopLagMsMax the longest that an event loop was late, rounded up to the next limit of the
 *     server's metrics
 * @param gcMs time in which the garbage collector stopped it
 */
public record ServerSeries(
    List<Double> seconds,
    List<@Nullable Double> cpuShare,
    List<@Nullable Double> loopLagMsMax,
    List<@Nullable Double> gcMs) {}
