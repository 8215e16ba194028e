package dev.hubbub.bots.workload;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a workload. Every kind of decision has random numbers of its own, so that other sizes
 * change no times and another popularity no sizes.
 *
 * <p>Users come in the order of their numbers. The first ones are those that read slowly, if there
 * are any; they receive and never act. Who has left does nothing until it is due back; others may
 * write to it meanwhile, as people do.
 */
public final class WorkloadPlan implements LoadPlan {
  private static final double NS_PER_SECOND = 1e9;

  private final Workload workload;
  private final int slowReaders;
  private final Turns turns;
  private final WeightedActions actions;
  private final Peers peers;
  private final SplittableRandom sizes;
  private final SplittableRandom leaving;
  private final @Nullable Ramp ramp;
  private final long stormEveryNs;
  private final long[] backNs;
  private int joined;
  private int stormUser;
  private long joinNs = Turns.NEVER;
  private long churnNs = Turns.NEVER;
  private long stormNs;
  private boolean turnTaken;
  private long dueNs;
  private Action action = Action.DIRECT;
  private int actor;
  private int peer;
  private int payloadBytes;
  private long awayNs;

  /**
   * A plan.
   *
   * @param actionsPerSecond of all of the users together, once they are there
   * @param users how many there will be, at least one
   * @param present how many of them are there from the start
   */
  public WorkloadPlan(
      Workload workload, long seed, double actionsPerSecond, int users, int present) {
    SplittableRandom random = new SplittableRandom(seed);
    this.workload = workload;
    this.slowReaders = workload.slowReaders(users);
    this.turns = turns(random.split(), actionsPerSecond / (users - slowReaders), users);
    this.actions = new WeightedActions(random.split(), workload.weights());
    this.peers = new Peers(random.split(), workload.receivers());
    this.sizes = random.split();
    this.leaving = random.split();
    this.ramp = workload.attendance().ramp();
    this.backNs = new long[users];
    Long every = workload.attendance().stormNs();
    this.stormEveryNs = every == null ? Turns.NEVER : every;
    this.stormNs = stormEveryNs;
    join(present, 0);
  }

  @Override
  public void advance() {
    if (turnTaken) {
      turns.advance();
      turnTaken = false;
    }
    awayNs = 0;
    do {
      dueNs = Math.min(Math.min(joinNs, stormNs), Math.min(churnNs, turns.dueNs()));
    } while (dueNs != Turns.NEVER && !plan());
  }

  @Override
  public long dueNs() {
    return dueNs;
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
  public int payloadBytes() {
    return payloadBytes;
  }

  @Override
  public long awayNs() {
    return awayNs;
  }

  private Turns turns(SplittableRandom random, double perSecondAndUser, int users) {
    Times think = workload.pace().think();
    if (think == null) {
      boolean poisson = workload.pace().arrival() == Arrival.POISSON;
      return new SharedTurns(random, poisson, perSecondAndUser, slowReaders);
    }
    double factor = NS_PER_SECOND / perSecondAndUser / think.meanNs();
    return new OwnTurns(random, think, factor, slowReaders, users);
  }

  // Returns whether there is anything to do at this time.
  private boolean plan() {
    if (dueNs == joinNs) {
      set(Action.JOIN, joined);
      join(joined + 1, dueNs);
      return true;
    }
    if (dueNs == stormNs) {
      return storm();
    }
    if (dueNs == churnNs) {
      churnNs = nextChurnNs(dueNs);
      return leave(firstPresent(leaving.nextInt(joined), 0), awayTimeNs());
    }
    return turn();
  }

  private void join(int users, long atNs) {
    joined = users;
    turns.joined(users, atNs);
    churnNs = nextChurnNs(atNs);
    joinNs =
        ramp == null || joined == backNs.length
            ? Turns.NEVER
            : Math.max(atNs, ramp.joinNs(joined, backNs.length));
  }

  private long nextChurnNs(long afterNs) {
    double perSecond = workload.attendance().churn() * joined;
    return perSecond == 0
        ? Turns.NEVER
        : afterNs + Math.round(leaving.nextExponential() * NS_PER_SECOND / perSecond);
  }

  private boolean storm() {
    if (stormUser < joined) {
      int user = stormUser++;
      return leave(isPresent(user) ? user : -1, 0);
    }
    stormUser = 0;
    stormNs += stormEveryNs;
    return false;
  }

  private boolean turn() {
    int user = turns.user();
    if (!isPresent(user)) {
      if (turns.postpone(backNs[user])) {
        return false;
      }
      // If nobody is there, it waits for its return.
      int other = firstPresent(user, slowReaders);
      user = other < 0 ? user : other;
    }
    turnTaken = true;
    Action next = actions.next();
    if (next == Action.LEAVE) {
      return leave(user, awayTimeNs());
    }
    set(next, user);
    peer = next == Action.DIRECT ? peers.next(user, joined) : user;
    payloadBytes = workload.payload().next(sizes);
    return true;
  }

  private boolean leave(int user, long forNs) {
    if (user < 0) {
      return false;
    }
    set(Action.LEAVE, user);
    awayNs = forNs;
    backNs[user] = dueNs + forNs;
    return true;
  }

  private void set(Action next, int user) {
    action = next;
    actor = user;
    peer = user;
  }

  private long awayTimeNs() {
    return workload.attendance().away().nextNs(leaving);
  }

  private boolean isPresent(int user) {
    return backNs[user] <= dueNs;
  }

  // The first one from a place on, round about, of those from a number on; -1 if there is none.
  private int firstPresent(int from, int first) {
    int count = joined - first;
    for (int i = 0; i < count; i++) {
      int user = first + (from - first + i) % count;
      if (isPresent(user)) {
        return user;
      }
    }
    return -1;
  }
}
