package dev.hubbub.measure;

import io.netty.util.collection.LongObjectHashMap;
import java.util.BitSet;
import java.util.List;

/**
 * Follows the copies of messages that go to everyone.
 *
 * <p>How many copies there must be can't be known exactly while users come and go, and others than
 * the own users may be on line. What is certain: everyone who was on line from before the send
 * until after the confirmation gets a copy. So many are promised; fewer are a loss. For one thread.
 */
public final class ShoutLedger {
  /** What an arriving copy is. */
  public enum Copy {
    /** The first at its receiver. */
    FIRST,
    /** Not the first at its receiver. */
    DUPLICATE,
    /** Of a message that nobody is waiting for any more, or that was never sent. */
    UNKNOWN
  }

  /**
   * What became of the copies of one message.
   *
   * @param dueNs when the message was due, in the clock of its {@link #sent}
   * @param received copies that arrived, each receiver's first only
   * @param lost copies that had to arrive and did not
   */
  public record Copies(long dueNs, long received, long lost) {}

  private final LongObjectHashMap<Shout> shouts = new LongObjectHashMap<>();

  /** Notes a message to everyone; so many others are on line. */
  public void sent(long sequence, int sender, int others, long dueNs) {
    shouts.put(sequence, new Shout(sender, others, dueNs));
  }

  /** Notes a user who begins to leave or was dropped: it may miss what is not confirmed yet. */
  public void left(int user) {
    for (Shout shout : shouts.values()) {
      if (!shout.confirmed && shout.sender != user) {
        shout.promised--;
      }
    }
  }

  /** Notes the server's confirmation. */
  public void confirmed(long sequence) {
    Shout shout = shouts.get(sequence);
    if (shout != null) {
      shout.confirmed = true;
    }
  }

  /** Notes a copy at a receiver. */
  public Copy arrived(long sequence, int receiver) {
    Shout shout = shouts.get(sequence);
    if (shout == null) {
      return Copy.UNKNOWN;
    }
    if (shout.receivers.get(receiver)) {
      return Copy.DUPLICATE;
    }
    shout.receivers.set(receiver);
    return Copy.FIRST;
  }

  /** When a message was due, in the clock of its {@link #sent}; 0 if it is not known. */
  public long dueNs(long sequence) {
    Shout shout = shouts.get(sequence);
    return shout == null ? 0 : shout.dueNs;
  }

  /** Whether every promised copy is there. */
  public boolean isComplete() {
    return shouts.values().stream().allMatch(s -> s.receivers.cardinality() >= s.promised);
  }

  /** Ends the wait, and forgets everything; what became of each message's copies. */
  public List<Copies> expire() {
    List<Copies> ended = shouts.values().stream().map(Shout::copies).toList();
    shouts.clear();
    return ended;
  }

  private static final class Shout {
    final int sender;
    final long dueNs;
    final BitSet receivers = new BitSet();
    int promised;
    boolean confirmed;

    Shout(int sender, int promised, long dueNs) {
      this.sender = sender;
      this.promised = promised;
      this.dueNs = dueNs;
    }

    Copies copies() {
      int received = receivers.cardinality();
      // A message that the server never confirmed is counted by itself; its copies promise nothing.
      int due = confirmed ? Math.max(0, promised) : 0;
      return new Copies(dueNs, received, Math.max(0, due - received));
    }
  }
}
