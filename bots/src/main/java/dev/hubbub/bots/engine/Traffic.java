package dev.hubbub.bots.engine;

import dev.hubbub.bots.driver.Driver;
import dev.hubbub.bots.workload.Action;
import dev.hubbub.measure.DeliveryLedger;
import dev.hubbub.measure.ShoutLedger;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.protocol.UnicodeText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the messages of a load, and judges what comes in. */
final class Traffic {
  /** More than so many on the way would only fill the generator's memory. */
  private static final int OUTSTANDING_MAX = 1_000_000;

  /** The receiver of what the server itself answers. */
  private static final int SERVER = -1;

  private static final byte[] EVERYONE = Driver.ascii(ServerTexts.EVERYONE);

  private final Users users;
  private final Driver driver;
  private final int worker;
  private final String nobodyPrefix;
  private final RunStatistics statistics;
  private final DeliveryLedger<Action> ledger;
  private final ShoutLedger shouts = new ShoutLedger();
  private int slowReaders;
  private final List<Bot> unflushed = new ArrayList<>();

  Traffic(Users users, Driver driver, String runToken, int worker, RunStatistics statistics) {
    this.users = users;
    this.driver = driver;
    this.worker = worker;
    this.nobodyPrefix = "nobody-" + runToken + "-" + worker + "-";
    this.statistics = statistics;
    this.ledger = new DeliveryLedger<>(statistics);
  }

  /** Sets how many of the users may miss what goes to everyone, for they read slowly. */
  void slowReaders(int count) {
    slowReaders = count;
  }

  /** Writes what an action of a registered user says; {@link #flush} lets it go. */
  void send(Action action, Bot bot, Bot peer, long dueNs, int bytes) {
    if (ledger.outstanding() >= OUTSTANDING_MAX) {
      statistics.anomaly("messages were not sent, for " + OUTSTANDING_MAX + " were on the way");
      return;
    }
    boolean toPeer = action == Action.DIRECT || action == Action.SLOW_READER;
    int receiver = toPeer ? receiver(bot, peer).number : SERVER;
    long sequence = ledger.send(bot.number, receiver, dueNs, action);
    byte[] to =
        switch (action) {
          case DIRECT, SLOW_READER -> peer.identity.address();
          case UNKNOWN_USER -> Driver.ascii(nobodyPrefix + sequence);
          case SHOUT, TIME, LIST, HELP -> askServer(action, bot, sequence, dueNs);
          case EVERYONE -> askNobody(bot, sequence);
          case LEAVE, RETURN, JOIN, CUT_OFF, SHOUT_COPY ->
              throw new IllegalArgumentException("no message");
        };
    write(bot, to, sequence, action == Action.SHOUT, bytes);
    statistics.sent(action, dueNs);
  }

  /** Hands over everything written to the kernel, one call a connection. */
  void flush() {
    for (Bot bot : unflushed) {
      bot.unflushed = false;
      BotConnection connection = bot.connection();
      if (connection != null) {
        connection.flush();
      }
    }
    unflushed.clear();
  }

  /** Notes that a user begins to leave, or was dropped. */
  void leaves(Bot bot) {
    if (!bot.isSlow()) {
      shouts.left(bot.number);
    }
  }

  /** Judges a load message. */
  void payload(Bot bot, int worker, long sequence, boolean toEveryone) {
    if (toEveryone) {
      if (worker == this.worker) {
        copy(bot, sequence);
      }
    } else if (worker == this.worker) {
      ledger.arrived(sequence, bot.number);
    } else {
      statistics.misdelivered();
    }
  }

  /** Judges another message. Those of people who happen to be there are none of our business. */
  void chat(String sender) {
    if (users.isOurs(sender)) {
      statistics.anomaly("messages arrived with another text than was sent");
    }
  }

  /** Judges what the server itself says. */
  void reply(Bot bot, String text) {
    Action answered = Action.answeredBy(text);
    if (answered == null) {
      statistics.anomaly("messages of the server: " + UnicodeText.quote(text));
    } else {
      answer(bot, answered);
    }
  }

  /** Notes that nobody of that name was there to receive a message of the user. */
  void unavailable(Bot bot, String name) {
    if (name.startsWith(nobodyPrefix)) {
      ledger.arrived(Long.parseLong(name.substring(nobodyPrefix.length())), SERVER);
      return;
    }
    if (name.equals(ServerTexts.EVERYONE)) {
      answer(bot, Action.EVERYONE);
      return;
    }
    int receiver = users.numberOf(name);
    if (receiver < 0) {
      statistics.strayRefusal();
    } else {
      ledger.refused(bot.number, receiver);
    }
  }

  /** Messages on the way. */
  long outstanding() {
    return ledger.outstanding();
  }

  /** Whether nothing is waited for any more. */
  boolean isQuiet() {
    return ledger.outstanding() == 0 && shouts.isComplete();
  }

  /** Ends the wait of a run: what has not come is lost. */
  void expire() {
    ledger.expire();
    shouts.expire().forEach(statistics::copies);
  }

  private Bot receiver(Bot bot, Bot peer) {
    return driver.isEcho() ? bot : peer;
  }

  private byte[] askServer(Action action, Bot bot, long sequence, long dueNs) {
    bot.asked(action, sequence);
    if (action == Action.SHOUT) {
      shouts.sent(sequence, bot.number, users.present() - slowReaders - 1, dueNs);
    }
    return Driver.ascii(String.valueOf(action.endpoint()));
  }

  private byte[] askNobody(Bot bot, long sequence) {
    bot.asked(Action.EVERYONE, sequence);
    return EVERYONE;
  }

  private void write(Bot bot, byte[] to, long sequence, boolean toEveryone, int bytes) {
    BotConnection connection = bot.connection();
    if (connection == null) {
      throw new IllegalStateException(bot.identity.name() + " is not registered");
    }
    driver.message(connection.outgoing(), bot.identity, to, sequence, toEveryone, bytes);
    if (!bot.unflushed) {
      bot.unflushed = true;
      unflushed.add(bot);
    }
  }

  private void copy(Bot bot, long sequence) {
    if (bot.isSlow()) {
      return;
    }
    long dueNs = shouts.dueNs(sequence);
    switch (shouts.arrived(sequence, bot.number)) {
      case FIRST -> statistics.delivered(Action.SHOUT_COPY, dueNs);
      case DUPLICATE -> statistics.duplicated(Action.SHOUT_COPY);
      case UNKNOWN -> statistics.late();
    }
  }

  private void answer(Bot bot, Action action) {
    @Nullable Long sequence = bot.answered(action);
    if (sequence == null) {
      statistics.duplicated(action);
      return;
    }
    ledger.arrived(sequence, SERVER);
    if (action == Action.SHOUT) {
      shouts.confirmed(sequence);
    }
  }
}
