package dev.hubbub.gatling.stats;

/**
 * Steps that failed alike.
 *
 * @param message why
 * @param count how many did
 */
public record FailureCount(String message, long count) {}
