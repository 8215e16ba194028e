package dev.hubbub.bots.breakpoint;

import dev.hubbub.measure.result.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a search is.
 *
 * @param verdict that a search ended now would get
 * @param held the highest load held so far, or null
 * @param broken the lowest load at which the server failed so far, or null
 * @param lost messages lost so far
 * @param left the longest that the search may still take
 */
public record SearchStatus(
    Verdict.Kind verdict, @Nullable Long held, @Nullable Long broken, long lost, Duration left) {}
