package dev.hubbub.measure.result;

/**
 * What a delivered message costs.
 *
 * @param serverMicrosPerMessage processor time of the server process, in microseconds
 * @param messagesPerSecond the rate at which it was measured
 */
public record CpuCost(double serverMicrosPerMessage, double messagesPerSecond) {}
