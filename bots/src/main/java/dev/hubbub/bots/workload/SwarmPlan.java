package dev.hubbub.bots.workload;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Random users that do random things, each kind as often as its weight says. A user that has left
 * does nothing until it is due back; others may write to it meanwhile, as people do.
 */
public final class SwarmPlan implements LoadPlan {
  private static final long AWAY_NS_MIN = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long AWAY_NS_MAX = TimeUnit.SECONDS.toNanos(1);

  private final SplittableRandom random;
  private final Action[] actions;
  private final int[] weightsUpTo;
  private final long[] backNs;
  private Action action = Action.DIRECT;
  private int actor;
  private int peer;
  private long awayNs;

  /** A plan for so many users, at least one, with at least one weight over 0. */
  public SwarmPlan(long seed, int users, Map<Action, Integer> weights) {
    this.random = new SplittableRandom(seed);
    this.actions = weights.keySet().stream().sorted().toArray(Action[]::new);
    this.weightsUpTo = Arrays.stream(actions).mapToInt(weights::get).toArray();
    Arrays.parallelPrefix(weightsUpTo, Integer::sum);
    this.backNs = new long[users];
  }

  @Override
  public void advance(long dueNs) {
    action = randomAction();
    actor = randomPresent(dueNs);
    peer = LoadPlan.randomPeer(random, actor, backNs.length);
    awayNs = 0;
    if (action == Action.LEAVE) {
      awayNs = random.nextLong(AWAY_NS_MIN, AWAY_NS_MAX);
      backNs[actor] = dueNs + awayNs;
    }
  }

  @Override
  public Action action() {
    return action;
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
    return awayNs;
  }

  private Action randomAction() {
    int point = random.nextInt(weightsUpTo[weightsUpTo.length - 1]);
    int index = 0;
    while (weightsUpTo[index] <= point) {
      index++;
    }
    return actions[index];
  }

  // The first one from a random place on that is there; if nobody is, it waits for its return.
  private int randomPresent(long dueNs) {
    int start = random.nextInt(backNs.length);
    for (int i = 0; i < backNs.length; i++) {
      int user = (start + i) % backNs.length;
      if (backNs[user] <= dueNs) {
        return user;
      }
    }
    return start;
  }
}
