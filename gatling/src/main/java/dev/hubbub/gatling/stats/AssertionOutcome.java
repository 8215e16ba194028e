package dev.hubbub.gatling.stats;

import org.jspecify.annotations.Nullable;

/**
 * What became of an assertion.
 *
 * @param text in Gatling's words
 * @param held whether it was true
 * @param actual the value that was compared; null where there was none, for a step that never ran
 */
public record AssertionOutcome(String text, boolean held, @Nullable Double actual) {}
