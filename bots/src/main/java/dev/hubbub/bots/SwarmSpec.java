package dev.hubbub.bots;

import dev.hubbub.bots.workload.Workload;
import java.time.Duration;

/**
 * A load of a workload's actions.
 *
 * @param actionsPerSecond of the whole fleet
 * @param workload what the users do
 * @param users how many there will be once all have come
 * @param duration how long it runs, all of it measured
 * @param drainMax how long to wait, once the load has stopped, for what is still on the way
 */
public record SwarmSpec(
    double actionsPerSecond, Workload workload, int users, Duration duration, Duration drainMax) {}
