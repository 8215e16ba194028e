package dev.hubbub.gatling.times;

import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What a run's protocols recorded.
 *
 * @param begunAtMs when the first user began whose steps are recorded, in milliseconds since 1970;
 *     null where none did
 * @param steps how long the successful ones took, in nanoseconds
 */
public record RecordedTimes(@Nullable Long begunAtMs, Map<StepKey, Histogram> steps) {}
