package dev.hubbub.reports.history;

import dev.hubbub.measure.result.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the history keeps of a run: one line of {@code history.jsonl}.
 *
 * @param schemaVersion of this layout: {@link #SCHEMA_VERSION}
 * @param id when it began and a hash of what it was: the same run always has the same
 * @param startedAt when it began
 * @param kind the command that made it
 * @param gitRevision of the checkout, null when unknown
 * @param partialReason why the run is incomplete, or null when it is whole
 * @param verdict of the whole: the weakest of its searches, null when nothing was searched
 * @param environment what must be the same in two runs that are compared, by name
 * @param options those that must be the same, by their long name
 * @param figures what it found
 */
public record HistoryRun(
    int schemaVersion,
    String id,
    Instant startedAt,
    String kind,
    @Nullable String gitRevision,
    @Nullable String partialReason,
    Verdict.@Nullable Kind verdict,
    Map<String, String> environment,
    Map<String, String> options,
    List<Figure> figures) {
  /** The version that this code writes, and the only one that it reads. */
  public static final int SCHEMA_VERSION = 1;

  /** Its figure of a metric. */
  public Optional<Figure> figure(Metric metric) {
    return figures.stream().filter(figure -> figure.metric().equals(metric.key())).findFirst();
  }
}
