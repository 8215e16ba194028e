package dev.hubbub.measure.result;

/**
 * One clause of the SLO that a step did not hold.
 *
 * @param clause its name, for example {@code latency p99}
 * @param limit what it allows, with the unit
 * @param actual what was measured, with the unit
 */
public record SloFailure(String clause, String limit, String actual) {}
