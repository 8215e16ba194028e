package dev.hubbub.bots.engine;

import dev.hubbub.bots.workload.Action;
import dev.hubbub.bots.workload.Workload;
import dev.hubbub.measure.NanoClock;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Does what the plan says for those users that are there, lets users leave and come back, and keeps
 * for them what was due meanwhile.
 */
final class Presence {
  private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(250);

  private record Leave(long dueNs, long backNs) {}

  private final EventLoop loop;
  private final NanoClock clock;
  private final Users users;
  private final Traffic traffic;
  private final RunStatistics statistics;
  private final Connector connector;
  private final Map<Bot, Leave> leaves = new HashMap<>();
  private final List<Bot> slow = new ArrayList<>();
  private boolean over;

  Presence(
      EventLoop loop,
      NanoClock clock,
      Users users,
      Traffic traffic,
      RunStatistics statistics,
      Connector connector) {
    this.loop = loop;
    this.clock = clock;
    this.users = users;
    this.traffic = traffic;
    this.statistics = statistics;
    this.connector = connector;
  }

  /** Begins a run: from now on, who leaves comes back, and the first users read slowly. */
  void begin(Bot[] all, int slowReaders, Workload.Misbehaviour misbehaviour) {
    over = false;
    slow.forEach(bot -> bot.readBytesPerSecond = 0);
    slow.clear();
    for (int i = 0; i < slowReaders; i++) {
      Bot bot = all[i];
      bot.readBytesPerSecond = misbehaviour.slowReadBytes();
      slow.add(bot);
      readSlowly(bot);
    }
  }

  /** Lets the slow readers take all there is, for nothing is sent any more. */
  void readOn() {
    for (Bot bot : slow) {
      BotConnection connection = bot.connection();
      if (connection != null) {
        connection.readOn();
      }
    }
  }

  /** Ends a run: who is away stays away. */
  void end() {
    over = true;
    leaves.keySet().forEach(Bot::takeHeld);
  }

  /** Carries out an action, or keeps it if its user will be back. */
  void perform(Bot bot, Bot.Held planned) {
    Bot.Held held =
        planned.action() == Action.DIRECT && planned.peer().isSlow()
            ? planned.as(Action.SLOW_READER)
            : planned;
    statistics.offered(held.action(), held.dueNs());
    if (held.action() == Action.JOIN) {
      leaves.put(bot, new Leave(held.dueNs(), held.dueNs()));
      statistics.sent(Action.JOIN, held.dueNs());
      connector.connect(bot, new Arrival(Action.JOIN, held.dueNs()));
    } else {
      carryOut(held, bot);
    }
  }

  /** Notes that a registered connection has ended. */
  void ended(Bot bot, boolean wanted) {
    if (!wanted && !bot.away && bot.isSlow() && !over) {
      cutOff(bot);
      return;
    }
    boolean cameOfItself = !bot.away;
    users.ended(bot, wanted);
    if (cameOfItself && !wanted) {
      traffic.leaves(bot);
    }
    Leave leave = leaves.get(bot);
    if (leave == null) {
      return;
    }
    if (wanted) {
      statistics.delivered(Action.LEAVE, leave.dueNs);
      comeBack(bot, Math.max(leave.backNs, clock.nanoTime()));
    } else {
      statistics.lost(Action.LEAVE, leave.dueNs);
      leaves.remove(bot);
    }
  }

  /** Whether everyone who left is back. */
  boolean isComplete() {
    return leaves.isEmpty();
  }

  private void carryOut(Bot.Held held, Bot bot) {
    if (bot.isPresent()) {
      if (held.action() == Action.LEAVE) {
        leave(bot, held);
      } else {
        traffic.send(held.action(), bot, held.peer(), held.dueNs(), held.bytes());
      }
    } else if (bot.away) {
      bot.hold(held);
    }
  }

  private void leave(Bot bot, Bot.Held held) {
    BotConnection connection = bot.connection();
    if (connection == null) {
      return;
    }
    leaves.put(bot, new Leave(held.dueNs(), held.dueNs() + held.awayNs()));
    users.leaves(bot);
    traffic.leaves(bot);
    connection.leave();
    statistics.sent(Action.LEAVE, held.dueNs());
  }

  private void comeBack(Bot bot, long dueNs) {
    if (over) {
      leaves.remove(bot);
      users.remove(bot);
      return;
    }
    long waitNs = dueNs - clock.nanoTime();
    if (waitNs > 0) {
      loop.schedule(() -> comeBack(bot, dueNs), waitNs, TimeUnit.NANOSECONDS);
      return;
    }
    statistics.offered(Action.RETURN, dueNs);
    statistics.sent(Action.RETURN, dueNs);
    connector.connect(bot, new Arrival(Action.RETURN, dueNs));
  }

  // It is for reading slowly that it is here: the server may end this, and it comes back.
  private void cutOff(Bot bot) {
    long nowNs = clock.nanoTime();
    statistics.cutOff(nowNs);
    users.leaves(bot);
    users.ended(bot, true);
    leaves.put(bot, new Leave(nowNs, nowNs));
    comeBack(bot, nowNs + RETRY_NS);
  }

  private static void readSlowly(Bot bot) {
    BotConnection connection = bot.connection();
    if (connection != null && bot.isSlow()) {
      connection.readSlowly(bot.readBytesPerSecond);
    }
  }

  /** The first registration of a user or a further one. */
  private final class Arrival implements Handshake {
    private final Action action;
    private final long dueNs;

    Arrival(Action action, long dueNs) {
      this.action = action;
      this.dueNs = dueNs;
    }

    @Override
    public void registered(Bot bot, long elapsedNs) {
      statistics.delivered(action, dueNs);
      leaves.remove(bot);
      users.registered(bot);
      readSlowly(bot);
      bot.takeHeld().forEach(held -> carryOut(held, bot));
      traffic.flush();
    }

    @Override
    public void failed(Bot bot, String reason, boolean full) {
      statistics.refused(action, dueNs);
      statistics.anomaly("times a user could not " + action.label() + ": " + reason);
      comeBack(bot, clock.nanoTime() + RETRY_NS);
    }
  }
}
