package dev.hubbub.bots.engine;

import dev.hubbub.bots.workload.Action;
import dev.hubbub.measure.NanoClock;
import io.netty.channel.EventLoop;
import java.util.HashMap;
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

  /** Begins a run: from now on, who leaves comes back. */
  void begin() {
    over = false;
  }

  /** Ends a run: who is away stays away. */
  void end() {
    over = true;
    leaves.keySet().forEach(Bot::takeHeld);
  }

  /** Carries out an action, or keeps it if its user will be back. */
  void perform(Action action, Bot bot, Bot peer, long dueNs, long awayNs) {
    statistics.offered(action, dueNs);
    carryOut(new Bot.Held(action, peer, dueNs, awayNs), bot);
  }

  /** Notes that a registered connection has ended. */
  void ended(Bot bot, boolean wanted) {
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
        traffic.send(held.action(), bot, held.peer(), held.dueNs());
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
    connector.connect(bot, new Return(dueNs));
  }

  private final class Return implements Handshake {
    private final long dueNs;

    Return(long dueNs) {
      this.dueNs = dueNs;
    }

    @Override
    public void registered(Bot bot, long elapsedNs) {
      statistics.delivered(Action.RETURN, dueNs);
      leaves.remove(bot);
      users.registered(bot);
      bot.takeHeld().forEach(held -> carryOut(held, bot));
      traffic.flush();
    }

    @Override
    public void failed(Bot bot, String reason, boolean full) {
      statistics.refused(Action.RETURN, dueNs);
      statistics.anomaly("users could not come back: " + reason);
      comeBack(bot, clock.nanoTime() + RETRY_NS);
    }
  }
}
