package dev.hubbub.bots.engine;

import dev.hubbub.bots.workload.Action;
import java.util.Map;

/**
 * A load to run.
 *
 * @param actionsPerSecond of all users of the engine together
 * @param settleNs how long it runs before the window
 * @param windowNs how long it is measured
 * @param drainNsMax how long to wait at the end for what is on the way
 * @param seed of the plan
 * @param weights how often each action is taken, relative to the others; empty: direct messages
 *     only, spread evenly over the users
 */
public record RunSpec(
    double actionsPerSecond,
    long settleNs,
    long windowNs,
    long drainNsMax,
    long seed,
    Map<Action, Integer> weights) {
  /** Takes a copy of the weights. */
  public RunSpec {
    weights = Map.copyOf(weights);
  }

  /** A worker's part of it, with a seed of its own. */
  public RunSpec share(double share, long ownSeed) {
    return new RunSpec(actionsPerSecond * share, settleNs, windowNs, drainNsMax, ownSeed, weights);
  }
}
