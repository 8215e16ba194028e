package dev.hubbub.measure.result;

/**
 * A search for the highest rate that was held inside the SLO.
 *
 * @param round from 1
 * @param search what it came to
 */
public record HeldRate(int round, DimensionResult search) {}
