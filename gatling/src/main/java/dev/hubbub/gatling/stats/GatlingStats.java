package dev.hubbub.gatling.stats;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run came to.
 *
 * @param schemaVersion of this layout
 * @param kind always {@code gatling}
 * @param command the command line that repeats the run
 * @param simulation simple name of its class
 * @param question what the simulation answers; null where it doesn't say
 * @param parameters system properties that the command line set; all others had their defaults
 * @param environment what it ran on: keys are {@code os}, {@code processors}, {@code java}, {@code
 *     gatling}, {@code hubbub}
 * @param startedAt when the first virtual user began
 * @param elapsedSeconds until the last one had ended
 * @param warmupSeconds of them passed before the first user began whose steps are recorded: what
 *     succeeded in them is in no figure
 * @param passed whether all assertions held
 * @param assertions of the simulation, in its order
 * @param scenarios names
 * @param total all steps together
 * @param steps each by itself, in the order of the report
 * @param failures how often each text came, the most frequent first
 * @param series what happened over time
 */
public record GatlingStats(
    int schemaVersion,
    String kind,
    String command,
    String simulation,
    @Nullable String question,
    Map<String, String> parameters,
    Map<String, String> environment,
    Instant startedAt,
    double elapsedSeconds,
    double warmupSeconds,
    boolean passed,
    List<AssertionOutcome> assertions,
    List<String> scenarios,
    StepStats total,
    List<StepStats> steps,
    List<FailureCount> failures,
    List<SeriesPoint> series) {

  /** Version of this layout; a change that breaks readers raises it. */
  public static final int SCHEMA_VERSION = 1;

  /** What {@link #kind} says. */
  public static final String KIND = "gatling";
}
