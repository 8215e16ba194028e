package dev.hubbub.gatling.stats;

/** A distribution in whole milliseconds, as Gatling's own report shows it. */
public record LoggedTimes(
    int minMs, int meanMs, int stdDevMs, int p50Ms, int p95Ms, int p99Ms, int p999Ms, int maxMs) {}
