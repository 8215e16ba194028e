package dev.hubbub.bots;

import dev.hubbub.measure.GrowPace;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.Percentiles;
import org.jspecify.annotations.Nullable;

/**
 * What came of growing the fleet.
 *
 * @param counts the connections of this growth
 * @param users registered users of the whole fleet at its end
 * @param seconds how long it took
 * @param registration from the start of a connection to its welcome, of those that were welcomed
 * @param firstError the first reason for which a connection failed, in the words of the server
 *     where it gave any; null when none failed
 * @param pace how fast it went, by the clocks of the workers; of the slowest and busiest of them
 */
public record Growth(
    ConnectionCounts counts,
    int users,
    double seconds,
    Percentiles registration,
    @Nullable String firstError,
    GrowPace pace) {}
