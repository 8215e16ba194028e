package dev.hubbub.bots.workload;

import dev.hubbub.measure.Pacer;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One stream of turns for all users together: at a constant rate, where the users take turns, or as
 * a Poisson process, where each turn is anyone's.
 */
final class SharedTurns implements Turns {
  private static final double NS_PER_SECOND = 1e9;

  private final SplittableRandom random;
  private final boolean poisson;
  private final double perSecondAndUser;
  private final int first;
  private int users;
  private int user;
  private double perSecond;
  private @Nullable Pacer pacer;
  // At a constant rate a turn is due by its number since the origin, so that no rounding adds up.
  private long originNs;
  private long count;
  private double dueNs = NEVER;

  /** For the users from a number on; those before it have no turn. */
  SharedTurns(SplittableRandom random, boolean poisson, double perSecondAndUser, int first) {
    this.random = random;
    this.poisson = poisson;
    this.perSecondAndUser = perSecondAndUser;
    this.first = first;
    this.user = first - 1;
  }

  @Override
  public long dueNs() {
    return dueNs >= NEVER ? NEVER : Math.round(dueNs);
  }

  @Override
  public int user() {
    return user;
  }

  @Override
  public void advance() {
    if (pacer == null) {
      dueNs += gapNs();
    } else {
      count++;
      dueNs = originNs + pacer.dueNs(count);
    }
    choose();
  }

  @Override
  public boolean postpone(long untilNs) {
    return false;
  }

  // What was left of the gap to the next turn shrinks or grows as the rate changes. Of an
  // exponential gap that is exact: it remembers nothing.
  @Override
  public void joined(int users, long atNs) {
    double before = perSecond;
    this.users = users;
    perSecond = Math.max(0, users - first) * perSecondAndUser;
    if (perSecond == 0) {
      dueNs = NEVER;
    } else if (before == 0) {
      dueNs = poisson ? atNs + gapNs() : atNs;
      choose();
    } else {
      dueNs = atNs + (dueNs - atNs) * before / perSecond;
    }
    if (perSecond > 0 && !poisson) {
      pacer = new Pacer(perSecond);
      originNs = Math.round(dueNs);
      count = 0;
    }
  }

  private double gapNs() {
    return random.nextExponential() * NS_PER_SECOND / perSecond;
  }

  private void choose() {
    if (poisson) {
      user = first + random.nextInt(users - first);
    } else {
      user = user + 1 >= users ? first : user + 1;
    }
  }
}
