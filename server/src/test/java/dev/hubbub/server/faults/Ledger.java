package dev.hubbub.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Received;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * What was sent and what became of it, for each sender and receiver of a test. Every message says
 * who sent it to whom and which one it is, so that the receiver can tell. Safe to use from any
 * thread.
 */
final class Ledger {
  private static final Pattern TEXT = Pattern.compile("([^>#]+)>([^>#]+)#(\\d+)( .*)?");

  private final Map<Pair, Account> accounts = new ConcurrentHashMap<>();
  private final Queue<String> violations = new ConcurrentLinkedQueue<>();

  /** The text of the next message; it is to be sent before another one is asked for. */
  String next(String from, String to) {
    return from + ">" + to + "#" + account(from, to).send();
  }

  /** Reads a line that a user has received; one that is no message is held against the server. */
  Optional<Received> read(String user, String line) {
    try {
      return Optional.of(Received.parse(line));
    } catch (AssertionError | JacksonException e) {
      violation(user + " received no message: " + line);
      return Optional.empty();
    }
  }

  /** A user has received something that another one sent. */
  void received(String user, Received message) {
    Matcher text = TEXT.matcher(message.msg());
    if (!text.matches()) {
      violation(user + " received what nobody sent: " + message);
    } else if (!text.group(1).equals(message.fromName())) {
      violation(user + " received a message that names a wrong sender: " + message);
    } else if (!text.group(2).equals(user) || !message.to().equals(user)) {
      violation(user + " received a message to another: " + message);
    } else if (!account(message.fromName(), user).deliver(Integer.parseInt(text.group(3)))) {
      violation(user + " received again, too late or unsent: " + message);
    }
  }

  /** A sender was told that the receiver is not available. */
  void refused(String from, String to) {
    account(from, to).refuse();
  }

  /** Messages of one user to another that were refused. */
  int refusals(String from, String to) {
    return account(from, to).refused();
  }

  /** Messages of one user to another of which nothing has been heard yet. */
  int open(String from, String to) {
    return account(from, to).open();
  }

  /** Messages to these users, from whomever, of which nothing has been heard yet. */
  int openTo(Collection<String> receivers) {
    return accounts.entrySet().stream()
        .filter(entry -> receivers.contains(entry.getKey().to()))
        .mapToInt(entry -> entry.getValue().open())
        .sum();
  }

  /** Forgets a sender and a receiver of whom nothing more is to come. */
  void forget(String from, String to) {
    accounts.remove(new Pair(from, to));
  }

  /**
   * The number of the first message of which nothing has been heard; -1 if one in between is lost.
   */
  int firstWithoutAnswer(String from, String to) {
    return account(from, to).firstWithoutAnswer();
  }

  /** Holds something else against the server. */
  void violation(String what) {
    violations.add(what);
  }

  /** Fails on any message that arrived twice, out of order, or at the wrong user. */
  void assertNothingWrong() {
    assertThat(violations).isEmpty();
    accounts.forEach((pair, account) ->
        assertThat(account.open()).as("answers too many for %s", pair).isNotNegative());
  }

  /** Fails unless every message was delivered or its sender told. Both must have stayed. */
  void assertComplete(String from, String to) {
    assertThat(open(from, to)).as("lost from %s to %s", from, to).isZero();
  }

  private Account account(String from, String to) {
    return accounts.computeIfAbsent(new Pair(from, to), _ -> new Account());
  }

  private record Pair(String from, String to) {}

  private static final class Account {
    private int sent;
    private int delivered;
    private int refused;
    private int lastDelivered = -1;

    synchronized int send() {
      return sent++;
    }

    synchronized boolean deliver(int number) {
      boolean inOrder = number > lastDelivered && number < sent;
      lastDelivered = Math.max(number, lastDelivered);
      delivered++;
      return inOrder;
    }

    synchronized void refuse() {
      refused++;
    }

    synchronized int refused() {
      return refused;
    }

    // Who has gone gets nothing any more: refusals come after all deliveries.
    synchronized int firstWithoutAnswer() {
      return delivered == lastDelivered + 1 ? delivered + refused : -1;
    }

    synchronized int open() {
      return sent - delivered - refused;
    }
  }
}
