package dev.hubbub.measure.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a search in one dimension.
 *
 * @param dimension {@code users} (at a fixed rate a user) or {@code rate} (messages a second at a
 *     fixed number of users)
 * @param held the highest load held inside the SLO and confirmed, or null when there is none
 * @param verdict how far {@code held} can be trusted
 * @param breakingPoint null when no load failed
 * @param fixed what was held constant, in words: {@code 0.1 messages a second and user}
 * @param steps of all searches, in the order in which they were run
 * @param repeats what each search found, in the order in which they were run
 * @param spread of the numbers, of which {@code held} is the median; null where there is one search
 *     only, or no number
 */
public record DimensionResult(
    String dimension,
    @Nullable Double held,
    Verdict verdict,
    @Nullable BreakingPoint breakingPoint,
    String fixed,
    List<StepResult> steps,
    List<RepeatResult> repeats,
    @Nullable Spread spread) {}
