package dev.hubbub.bots.workload;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How users come one after the other while others already act: {@code 50/2s} lets 50 come every two
 * seconds, the first at once; {@code 30s} spreads all of them evenly over so long.
 *
 * @param users that come together, in the part of the load that this ramp is for; 0 spreads them
 * @param everyNs between two groups; or how long it takes all, where they are spread
 */
public record Ramp(double users, long everyNs) {
  private static final double USERS_MAX = 1_000_000;

  /** Checks the ranges. */
  public Ramp {
    if (!(users >= 0 && users <= USERS_MAX)) {
      throw new IllegalArgumentException("users must be between 1 and 1000000, got: " + users);
    }
    if (everyNs <= 0) {
      throw new IllegalArgumentException("the time must be over 0");
    }
  }

  /**
   * Reads a ramp.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  @JsonCreator
  public static Ramp parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new Ramp(0, (long) Times.read(text));
    }
    double users = DistributionText.number(text.substring(0, slash));
    if (users == 0) {
      throw new IllegalArgumentException("users must be between 1 and 1000000, got: 0");
    }
    return new Ramp(users, (long) Times.read(text.substring(slash + 1)));
  }

  /** When a user comes, by its number from 0, of so many, in nanoseconds after the start. */
  public long joinNs(int user, int of) {
    return users == 0
        ? Math.round((double) everyNs * user / of)
        : ((long) (user / users)) * everyNs;
  }

  /** A worker's part of it. */
  public Ramp share(double share) {
    return new Ramp(users * share, everyNs);
  }

  /** The text that {@link #parse} reads, for a whole ramp. */
  @JsonValue
  @Override
  public String toString() {
    String every = Times.write((double) everyNs);
    return users == 0 ? every : DistributionText.number(users) + "/" + every;
  }
}
