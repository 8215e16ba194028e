package dev.hubbub.bots.engine;

import dev.hubbub.bots.workload.Workload;

/**
 * A load to run.
 *
 * @param actionsPerSecond of all users of the engine together
 * @param settleNs how long it runs before the window
 * @param windowNs how long it is measured
 * @param drainNsMax how long to wait at the end for what is on the way
 * @param seed of the plan
 * @param workload what they do
 * @param users how many there will be once all have come; those that are registered when the run
 *     begins are the first of them
 */
public record RunSpec(
    double actionsPerSecond,
    long settleNs,
    long windowNs,
    long drainNsMax,
    long seed,
    Workload workload,
    int users) {
  /** A worker's part of it: so many of the users, with a seed of its own. */
  public RunSpec share(int ownUsers, long ownSeed) {
    double share = (double) ownUsers / users;
    return new RunSpec(
        actionsPerSecond * share,
        settleNs,
        windowNs,
        drainNsMax,
        ownSeed,
        workload.share(share),
        ownUsers);
  }
}
