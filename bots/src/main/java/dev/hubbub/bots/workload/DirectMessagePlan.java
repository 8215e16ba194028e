package dev.hubbub.bots.workload;

import java.util.SplittableRandom;

/** Direct messages to random peers; the users take turns, so that each sends at the same rate. */
public final class DirectMessagePlan implements LoadPlan {
  private final SplittableRandom random;
  private final int users;
  private int actor = -1;
  private int peer;

  /** A plan for so many users, at least one. */
  public DirectMessagePlan(long seed, int users) {
    this.random = new SplittableRandom(seed);
    this.users = users;
  }

  @Override
  public void advance(long dueNs) {
    actor = actor + 1 == users ? 0 : actor + 1;
    peer = LoadPlan.randomPeer(random, actor, users);
  }

  @Override
  public Action action() {
    return Action.DIRECT;
  }

  @Override
  public int actor() {
    return actor;
  }

  @Override
  public int peer() {
    return peer;
  }

  @Override
  public long awayNs() {
    return 0;
  }
}
