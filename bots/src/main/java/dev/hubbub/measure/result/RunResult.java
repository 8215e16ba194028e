package dev.hubbub.measure.result;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole run of {@code capacity} or {@code breakpoint}.
 *
 * @param schemaVersion of this layout: {@link #SCHEMA_VERSION}
 * @param kind the command that made it
 * @param command the command line that repeats the run
 * @param startedAt when it began
 * @param elapsedSeconds how long it took
 * @param partialReason why the run is incomplete ({@code interrupted}, an error), or null when it
 *     is whole
 * @param seed the same seed plans the same messages at the same times
 * @param server what was measured: the address, or the command of the process that the run started
 * @param options every option by its long name, defaults included
 * @param slo what a step had to hold
 * @param dimensions one for each search that was begun
 * @param memory null when it was not measured
 * @param cost null when it was not measured
 */
public record RunResult(
    int schemaVersion,
    String kind,
    String command,
    Instant startedAt,
    double elapsedSeconds,
    @Nullable String partialReason,
    long seed,
    String server,
    Map<String, String> options,
    SloLimits slo,
    Environment environment,
    List<DimensionResult> dimensions,
    @Nullable MemoryResult memory,
    @Nullable CpuCost cost) {
  /** The version that this code writes, and the only one that it reads. */
  public static final int SCHEMA_VERSION = 3;
}
