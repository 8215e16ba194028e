package dev.hubbub.bots.engine;

import dev.hubbub.measure.GrowPace;
import dev.hubbub.measure.result.ConnectionCounts;
import org.jspecify.annotations.Nullable;

/**
 * What came of registering or disconnecting users.
 *
 * @param users registered at the end
 * @param registration times from the start of a connection to its welcome, as {@code
 *     LatencyRecorder} encodes them
 * @param firstError the first reason for which a connection failed, or null
 * @param pace how fast it went
 */
public record GrowOutcome(
    ConnectionCounts counts,
    int users,
    String registration,
    @Nullable String firstError,
    GrowPace pace) {}
