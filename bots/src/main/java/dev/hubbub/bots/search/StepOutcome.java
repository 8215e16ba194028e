package dev.hubbub.bots.search;

import dev.hubbub.measure.result.StepResult;

/**
 * A step that was run: what it measured, and what the search makes of it.
 *
 * @param result for the report
 * @param observation for the search
 */
public record StepOutcome(StepResult result, Observation observation) {}
