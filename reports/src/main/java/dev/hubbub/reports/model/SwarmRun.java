package dev.hubbub.reports.model;

import dev.hubbub.measure.result.Environment;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows of a run of {@code swarm}.
 *
 * @param startedAt when it began
 * @param partialReason why the run is incomplete, or null when it is whole
 * @param server its address
 * @param seed the same seed plans the same actions at the same times
 * @param environment of the generator
 * @param users registered when the load began
 * @param seconds how long the load ran
 * @param actions one for each kind of action that occurred
 * @param problems what should not have happened, in words; empty when all was well
 */
public record SwarmRun(
    Instant startedAt,
    @Nullable String partialReason,
    String server,
    long seed,
    Environment environment,
    int users,
    double seconds,
    List<Action> actions,
    List<String> problems) {
  /** The version of {@code swarm}'s file that this code reads. */
  public static final int SCHEMA_VERSION = 1;

  /** What became of one kind of action, and how long it took from its due time. */
  public record Action(String action, MessageCounts counts, Percentiles latency) {}
}
