package dev.hubbub.server.session;

import dev.hubbub.protocol.Username;
import dev.hubbub.server.outbound.Outbound;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The users on line. A name is claimed in one atomic step; its user becomes visible to others only
 * with {@link #join}, so that the welcome can be the first thing that it receives. Safe to use from
 * any thread.
 */
public final class SessionRegistry {
  private final ConcurrentMap<String, Session> byFoldedName = new ConcurrentHashMap<>();
  // Only those whose name folds to another one: the first map finds the rest, and an entry costs
  // thirty bytes.
  private final ConcurrentMap<String, Session> byOtherName = new ConcurrentHashMap<>();
  // In the order of joining, so that a welcome can name the first users without a look at all of
  // them.
  private final ConcurrentSkipListSet<Session> byJoinOrder =
      new ConcurrentSkipListSet<>(Comparator.comparingLong(Session::joinOrder));
  private final AtomicLong joins = new AtomicLong();
  // The skip list counts itself in linear time.
  private final AtomicInteger online = new AtomicInteger();

  /** Claims a name; empty if a user has it, or one that folds to the same. */
  public Optional<Session> claim(Username username, String ip, Outbound outbound) {
    Session session = new Session(username, ip, outbound, joins.incrementAndGet());
    return byFoldedName.putIfAbsent(username.folded(), session) == null
        ? Optional.of(session)
        : Optional.empty();
  }

  /** Makes the user of a claimed name visible. */
  public void join(Session session) {
    if (!session.isFolded()) {
      byOtherName.put(session.name(), session);
    }
    session.show();
    byJoinOrder.add(session);
    online.incrementAndGet();
  }

  /** Takes the user off the lists and frees its name; does nothing the second time. */
  public void release(Session session) {
    if (byJoinOrder.remove(session)) {
      online.decrementAndGet();
    }
    if (!session.isFolded()) {
      byOtherName.remove(session.name(), session);
    }
    byFoldedName.remove(session.folded(), session);
  }

  /** The user of exactly this name, or null. */
  public @Nullable Session find(String name) {
    Session session = byFoldedName.get(name);
    if (session == null || !session.isFolded()) {
      return byOtherName.get(name);
    }
    return session.isVisible() ? session : null;
  }

  /** How many users are visible. */
  public int size() {
    return online.get();
  }

  /**
   * The visible users in the order in which they joined; weakly consistent while users come and go.
   */
  public Collection<Session> inJoinOrder() {
    return byJoinOrder;
  }
}
