package dev.hubbub.measure.result;

import java.util.List;

/**
 * The lowest load at which the SLO failed.
 *
 * @param load in the unit of the dimension
 * @param cause the clauses that failed, and the first limit that was hit
 * @param evidence all that was known about the limits of the step, in the order in which they are
 *     asked
 */
public record BreakingPoint(double load, String cause, List<Evidence> evidence) {}
