package dev.hubbub.measure.result;

/**
 * A step at a fixed rate.
 *
 * @param round from 1; in a round each contender has the same load, one after the other
 * @param rate messages a second that the plan said to send
 * @param step what it measured
 */
public record CompareStep(int round, int rate, StepResult step) {}
