package dev.hubbub.measure.result;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole run of {@code compare}: the server and its peers under the same load, in turns.
 *
 * @param schemaVersion of this layout: {@link #SCHEMA_VERSION}
 * @param command the command line that repeats the run
 * @param startedAt when it began
 * @param elapsedSeconds how long it took
 * @param partialReason why the run is incomplete, or null when it is whole
 * @param seed the same seed plans the same messages at the same times
 * @param options every option by its long name, defaults included
 * @param slo what a step had to hold
 * @param serverCpus the quota of processor time that each contender had, in processors, or null
 * @param contenders the server first, then the peers in the order of the command line
 * @param ratios the server's figures over the peers'
 */
public record CompareResult(
    int schemaVersion,
    String command,
    Instant startedAt,
    double elapsedSeconds,
    @Nullable String partialReason,
    long seed,
    Map<String, String> options,
    SloLimits slo,
    @Nullable Double serverCpus,
    Environment environment,
    List<ContenderResult> contenders,
    List<Ratio> ratios) {
  /** The version that this code writes, and the only one that it reads. */
  public static final int SCHEMA_VERSION = 3;
}
