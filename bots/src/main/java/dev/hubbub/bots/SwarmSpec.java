package dev.hubbub.bots;

import dev.hubbub.bots.workload.Action;
import java.time.Duration;
import java.util.Map;

/**
 * A load of random actions by random users.
 *
 * @param actionsPerSecond of the whole fleet
 * @param weights how often each action is taken, relative to the others
 * @param duration how long it runs, all of it measured
 * @param drainMax how long to wait, once the load has stopped, for what is still on the way
 */
public record SwarmSpec(
    double actionsPerSecond, Map<Action, Integer> weights, Duration duration, Duration drainMax) {
  /** Takes a copy of the weights. */
  public SwarmSpec {
    weights = Map.copyOf(weights);
  }
}
