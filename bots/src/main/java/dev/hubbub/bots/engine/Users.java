package dev.hubbub.bots.engine;

import dev.hubbub.bots.driver.Driver;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The users of an engine: those that are registered, or away in order to come back. */
final class Users {
  private final Driver driver;
  private final String runPrefix;
  private final String namePrefix;
  private final Set<Bot> members = new LinkedHashSet<>();
  private int nextNumber;
  private int registered;
  private int leaving;
  private long dropped;

  Users(Driver driver, String runToken, int worker) {
    this.driver = driver;
    this.runPrefix = "bot-" + runToken + "-";
    this.namePrefix = runPrefix + worker + "-";
  }

  /** A user with a name that nobody had before; not a member yet. */
  Bot create() {
    int number = nextNumber++;
    return new Bot(number, driver.identity(namePrefix + number));
  }

  /** Notes that a user has registered, for the first time or again. */
  void registered(Bot bot) {
    members.add(bot);
    bot.away = false;
    registered++;
  }

  /** Notes that a registered user is off line, by its own will or not. */
  void ended(Bot bot, boolean wanted) {
    registered--;
    if (bot.away) {
      leaving--;
    }
    if (!wanted) {
      dropped++;
      bot.away = false;
    }
    if (!bot.away) {
      members.remove(bot);
    }
  }

  /** Takes out a user that was away and will not come back. */
  void remove(Bot bot) {
    bot.away = false;
    members.remove(bot);
  }

  /** The number of the user of that name, registered or not any more; -1 if it is none of ours. */
  int numberOf(String name) {
    if (!name.startsWith(namePrefix)) {
      return -1;
    }
    try {
      int number = Integer.parseInt(name.substring(namePrefix.length()));
      return number < nextNumber ? number : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Whether the name is one of this run, of whichever worker. */
  boolean isOurs(String name) {
    return name.startsWith(runPrefix);
  }

  /** All of them, in the order of their numbers, as they are now. */
  Bot[] snapshot() {
    return members.stream().sorted(Comparator.comparingInt(b -> b.number)).toArray(Bot[]::new);
  }

  /** Registered users at this moment. */
  int registered() {
    return registered;
  }

  /** Registered users that are not about to leave. */
  int present() {
    return registered - leaving;
  }

  /** Notes that a registered user begins to leave, in order to come back. */
  void leaves(Bot bot) {
    bot.away = true;
    leaving++;
  }

  /** Users that were dropped since the last call. */
  long takeDropped() {
    long count = dropped;
    dropped = 0;
    return count;
  }
}
