package dev.hubbub.measure.result;

/**
 * The lowest load at which the SLO failed.
 *
 * @param load in the unit of the dimension
 * @param cause what failed first, with its evidence
 */
public record BreakingPoint(double load, String cause) {}
