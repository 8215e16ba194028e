package dev.hubbub.measure;

import io.netty.util.collection.LongObjectHashMap;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Follows every message from its send to its fate: delivered, refused or lost; and tells copies,
 * overtaking and wrong receivers, exactly, however the messages interleave.
 *
 * <p>Remembers a message only while it is on the way, and afterwards a bit for each one that was
 * lost or refused. A message can only be overtaken while it is on the way, so the order within a
 * pair of sender and receiver needs no more than the list of what is on the way between the two.
 *
 * <p>An error reply names the receiver and not the message. Since each message comes to one end,
 * all that is on the way between two users was refused once there are as many error replies as
 * messages; until then, which ones were is left open.
 *
 * <p>For one thread; allocates two small objects a message.
 *
 * @param <T> the tag of a message, by which the listener tells kinds apart
 */
public final class DeliveryLedger<T> {
  private static final long FIBONACCI = 0x9E37_79B9_7F4A_7C15L;

  private final DeliveryListener<T> listener;
  private final LongObjectHashMap<InFlight<T>> inFlight = new LongObjectHashMap<>();
  private final LongObjectHashMap<Pair<T>> pairs = new LongObjectHashMap<>();
  private final SequenceSet lost = new SequenceSet();
  private final SequenceSet refused = new SequenceSet();
  private long nextSequence;
  private long undecidedRefusals;

  /** A ledger that tells the listener of every fate, within the call that decides it. */
  public DeliveryLedger(DeliveryListener<T> listener) {
    this.listener = listener;
  }

  /** Notes a message that is about to be sent, and gives its sequence number. */
  public long send(int sender, int receiver, long dueNs, T tag) {
    long sequence = nextSequence++;
    long key = pairKey(sender, receiver);
    Pair<T> pair = pairs.get(key);
    if (pair == null) {
      pair = new Pair<>(key);
      pairs.put(key, pair);
    }
    inFlight.put(scatter(sequence), new InFlight<>(sequence, pair, receiver, dueNs, tag));
    return sequence;
  }

  /** Notes that a message arrived at a receiver. */
  public void arrived(long sequence, int receiver) {
    InFlight<T> message = inFlight.get(scatter(sequence));
    if (message == null) {
      arrivedAgain(sequence);
    } else if (message.receiver != receiver) {
      // It stays on the way: should it not reach its receiver as well, it is lost too.
      listener.misdelivered();
    } else {
      boolean reordered = message.overtaken;
      forget(message);
      message.overtakeEarlier();
      listener.delivered(message.tag, message.dueNs, reordered);
      decideRefusals(message.pair);
    }
  }

  /** Notes an error reply to the sender, saying that the receiver is not available. */
  public void refused(int sender, int receiver) {
    Pair<T> pair = pairs.get(pairKey(sender, receiver));
    if (pair == null) {
      listener.strayRefusal();
      return;
    }
    pair.refusals++;
    undecidedRefusals++;
    decideRefusals(pair);
  }

  /** Messages that are on the way: sent, and neither delivered nor refused. */
  public long outstanding() {
    return inFlight.size() - undecidedRefusals;
  }

  /** How many messages were sent so far: the next sequence number. */
  public long sent() {
    return nextSequence;
  }

  /** Ends the wait: what is still on the way is lost, as many as were refused aside. */
  public void expire() {
    for (Pair<T> pair : pairs.values()) {
      while (pair.size > pair.refusals) {
        InFlight<T> message = pair.newest();
        forget(message);
        lost.add(message.sequence);
        listener.lost(message.tag, message.dueNs);
      }
    }
    // In two rounds, for deciding takes pairs out of the map.
    new ArrayList<>(pairs.values()).forEach(this::decideRefusals);
  }

  private void arrivedAgain(long sequence) {
    if (sequence < 0 || sequence >= nextSequence) {
      listener.misdelivered();
    } else if (lost.remove(sequence)) {
      listener.late();
    } else {
      refused.remove(sequence);
      listener.duplicated();
    }
  }

  private void decideRefusals(Pair<T> pair) {
    if (pair.size == pair.refusals) {
      while (pair.size > 0) {
        InFlight<T> message = pair.newest();
        forget(message);
        refused.add(message.sequence);
        listener.refused(message.tag, message.dueNs);
      }
      undecidedRefusals -= pair.refusals;
      pairs.remove(pair.key);
    }
  }

  private void forget(InFlight<T> message) {
    inFlight.remove(scatter(message.sequence));
    message.pair.remove(message);
  }

  private static long pairKey(int sender, int receiver) {
    return scatter(((long) sender << Integer.SIZE) | (receiver & 0xFFFF_FFFFL));
  }

  // The map probes linearly: keys that follow each other would form one run, and removing its
  // first would look at all of it. An odd factor keeps keys apart and is invertible (Knuth's
  // multiplicative hashing).
  private static long scatter(long key) {
    return key * FIBONACCI;
  }

  /** What is on the way between two users, in the order of sending. */
  private static final class Pair<T> {
    final long key;
    int size;
    int refusals;
    @Nullable InFlight<T> last;

    Pair(long key) {
      this.key = key;
    }

    InFlight<T> newest() {
      if (last == null) {
        throw new IllegalStateException("nothing is on the way");
      }
      return last;
    }

    void remove(InFlight<T> message) {
      size--;
      if (message.earlier != null) {
        message.earlier.later = message.later;
      }
      if (message.later == null) {
        last = message.earlier;
      } else {
        message.later.earlier = message.earlier;
      }
    }
  }

  private static final class InFlight<T> {
    final long sequence;
    final Pair<T> pair;
    final int receiver;
    final long dueNs;
    final T tag;
    boolean overtaken;
    @Nullable InFlight<T> earlier;
    @Nullable InFlight<T> later;

    InFlight(long sequence, Pair<T> pair, int receiver, long dueNs, T tag) {
      this.sequence = sequence;
      this.pair = pair;
      this.receiver = receiver;
      this.dueNs = dueNs;
      this.tag = tag;
      earlier = pair.last;
      if (earlier != null) {
        earlier.later = this;
      }
      pair.last = this;
      pair.size++;
    }

    /** Marks what is before it; stops at a mark, for everything before one is marked already. */
    void overtakeEarlier() {
      for (InFlight<T> e = earlier; e != null && !e.overtaken; e = e.earlier) {
        e.overtaken = true;
      }
    }
  }
}
