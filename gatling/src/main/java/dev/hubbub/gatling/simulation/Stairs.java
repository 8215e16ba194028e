package dev.hubbub.gatling.simulation;

import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Which stair the load has reached, told by the most users that were there at once, and the names
 * of steps on it. For any thread.
 */
final class Stairs {
  private static final String ATTRIBUTE = "level";

  private final int usersPerLevel;
  private final AtomicInteger present = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  Stairs(int usersPerLevel) {
    this.usersPerLevel = usersPerLevel;
  }

  /** How a step is called on the stair of so many users. */
  static String at(Object users, String step) {
    return step + " at " + users + " users";
  }

  /** How a step is called on the stair that its user saw last. */
  static String atLevel(String step) {
    return at("#{" + ATTRIBUTE + "}", step);
  }

  /** The users of each stair, from the lowest to the highest. */
  List<Integer> levels(int levels) {
    return IntStream.rangeClosed(1, levels).mapToObj(level -> level * usersPerLevel).toList();
  }

  /** The virtual user comes. */
  Session enter(Session session) {
    most.accumulateAndGet(present.incrementAndGet(), Math::max);
    return look(session);
  }

  /** The virtual user sees which stair it is on; the last is not left again. */
  Session look(Session session) {
    return session.set(ATTRIBUTE, Math.ceilDiv(most.get(), usersPerLevel) * usersPerLevel);
  }

  /** The virtual user has left, in good order or not. */
  Session leave(Session session) {
    present.decrementAndGet();
    return session;
  }
}
