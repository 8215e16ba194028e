package dev.hubbub.bots.workload;

import static dev.hubbub.bots.workload.WorkloadSettings.require;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What users do: which actions, when, of what size, to whom; how they come and go; and how many of
 * them behave badly. How many users there are and for how long they act is not part of it.
 *
 * @param name what people call it
 * @param weights how often each action is taken, relative to the others
 * @param pace when actions fall due
 * @param payload sizes of the texts
 * @param receivers who is written to
 * @param attendance how users come and go
 * @param misbehaviour of some of them
 * @param bareNames whether users send their name without an end and wait, as old clients do
 * @param replyNsMax an answer that takes longer counts as a failure; null: any answer will do
 */
public record Workload(
    String name,
    Map<Action, Integer> weights,
    Pace pace,
    Sizes payload,
    Popularity receivers,
    Attendance attendance,
    Misbehaviour misbehaviour,
    boolean bareNames,
    @Nullable Long replyNsMax) {
  private static final int WEIGHT_MAX = 1_000_000;
  private static final double RATE_MAX = 1_000_000;

  /**
   * When actions fall due. With a think time every user pauses for so long between its own actions;
   * the pauses, and so the due times, are part of the plan: no answer is waited for.
   *
   * @param arrival of the actions of all users together; means nothing with a think time
   * @param ratePerUser actions a second and user
   * @param think pauses between two actions of one user, or null
   */
  public record Pace(Arrival arrival, double ratePerUser, @Nullable Times think) {
    /** Checks the ranges. */
    public Pace {
      require(
          ratePerUser > 0 && ratePerUser <= RATE_MAX,
          "rate-per-user",
          "must be over 0 and at most 1000000",
          ratePerUser);
      require(think == null || think.meanNs() >= 1e3, "think", "must be over 0", think);
    }
  }

  /**
   * How users come and go.
   *
   * @param ramp lets them register during the load, or null: all are there before it
   * @param churn share of the users that leave each second, to come back
   * @param away how long one who leaves stays away
   * @param stormNs after so long, and again and again, all leave at once and come back at once;
   *     null: never
   */
  public record Attendance(@Nullable Ramp ramp, double churn, Times away, @Nullable Long stormNs) {
    /** Checks the ranges. */
    public Attendance {
      require(churn >= 0 && churn <= 1, "churn", "must be 0 to 1", churn);
      require(stormNs == null || stormNs > 0, "storm", "must be over 0", "0s");
    }

    /** Whether all users are there all the time. */
    public boolean isSteady() {
      return ramp == null && churn == 0 && stormNs == null;
    }
  }

  /**
   * Users that behave badly.
   *
   * @param slowReaders share of the users that read slowly; they receive and do nothing else
   * @param slowReadBytes bytes a second that such a one reads
   * @param abusers chaos bots for each user, on top of the users
   * @param chaos what the chaos bots do
   */
  public record Misbehaviour(
      double slowReaders, int slowReadBytes, double abusers, Set<Abuse> chaos) {
    /** Checks the ranges and takes a copy of the set. */
    public Misbehaviour {
      require(
          slowReaders >= 0 && slowReaders < 1,
          "slow-readers",
          "must be at least 0 and under 1",
          slowReaders);
      require(
          slowReadBytes >= 1 && slowReadBytes <= 100_000_000,
          "slow-read",
          "must be between 1 and 100000000",
          slowReadBytes);
      require(abusers >= 0 && abusers <= 1, "abusers", "must be 0 to 1", abusers);
      require(abusers == 0 || !chaos.isEmpty(), "chaos", "must name something", "nothing");
      chaos = chaos.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(chaos));
    }
  }

  /** Checks the weights and takes a copy. */
  public Workload {
    weights.forEach((action, weight) -> {
      require(action.isWeighed(), "weights", "can't be given for this", action);
      require(
          weight >= 0 && weight <= WEIGHT_MAX,
          "weights",
          "must be between 0 and " + WEIGHT_MAX,
          weight);
    });
    require(
        weights.values().stream().anyMatch(weight -> weight > 0),
        "weights",
        "must be over 0 for an action",
        weights);
    Map<Action, Integer> used = new EnumMap<>(Action.class);
    used.putAll(weights);
    used.values().removeIf(weight -> weight == 0);
    weights = Map.copyOf(used);
    require(replyNsMax == null || replyNsMax > 0, "reply-timeout", "must be over 0", "0s");
  }

  /** How many of so many users read slowly and do nothing; the first ones, at least one acts. */
  public int slowReaders(int users) {
    return (int) Math.min(Math.round(users * misbehaviour.slowReaders), Math.max(0, users - 1));
  }

  /** How many chaos bots come on top of so many users. */
  public int abusers(int users) {
    return misbehaviour.abusers == 0
        ? 0
        : (int) Math.max(1, Math.round(users * misbehaviour.abusers));
  }

  /** How many of so many users are there when the load begins. */
  public int atStart(int users) {
    Ramp ramp = attendance.ramp;
    if (ramp == null) {
      return users;
    }
    int there = Math.min(users, slowReaders(users) + 2);
    while (there < users && ramp.joinNs(there, users) == 0) {
      there++;
    }
    return there;
  }

  /** Whether the load is the same from its beginning to its end. */
  public boolean isSteady() {
    return attendance.isSteady() && !weights.containsKey(Action.LEAVE);
  }

  /** The same with other sizes of texts. */
  public Workload withPayload(Sizes sizes) {
    return new Workload(
        name, weights, pace, sizes, receivers, attendance, misbehaviour, bareNames, replyNsMax);
  }

  /** The same without a ramp: for a load to which all users have come already. */
  public Workload withoutRamp() {
    return withRamp(null);
  }

  /** A worker's part of it: of those who come together, its share. */
  public Workload share(double share) {
    return attendance.ramp == null ? this : withRamp(attendance.ramp.share(share));
  }

  private Workload withRamp(@Nullable Ramp ramp) {
    Attendance other = new Attendance(ramp, attendance.churn, attendance.away, attendance.stormNs);
    return new Workload(
        name, weights, pace, payload, receivers, other, misbehaviour, bareNames, replyNsMax);
  }
}
