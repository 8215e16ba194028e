package dev.hubbub.measure.result;

import org.jspecify.annotations.Nullable;

/**
 * What one of several searches in the same dimension found.
 *
 * @param held the highest load held inside the SLO and confirmed, or null when there is none
 * @param verdict how far {@code held} can be trusted
 * @param broken the lowest load at which the SLO failed, or null
 * @param steps how many of the steps are its own
 */
public record RepeatResult(
    @Nullable Double held, Verdict verdict, @Nullable Double broken, int steps) {}
