package dev.hubbub.gatling.simulation;

import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who may be talked to: virtual users that have registered and do not leave yet. For any thread.
 */
final class OnlineNames {
  private final List<String> names = new CopyOnWriteArrayList<>();
  private final String prefix;

  OnlineNames(String prefix) {
    this.prefix = prefix;
  }

  /** Names the virtual user. */
  Session name(Session session) {
    return session.set("name", prefix + "-" + session.userId());
  }

  /** From now on others may talk to the user, who has registered. */
  Session enter(Session session) {
    names.add(session.getString("name"));
    return session;
  }

  /** From now on nobody begins to talk to the user. */
  Session leave(Session session) {
    names.remove(session.getString("name"));
    return session;
  }

  /** Chooses a peer, by equal chance; the user itself where it is alone. */
  Session choosePeer(Session session) {
    Object[] all = names.toArray();
    Object peer =
        all.length == 0
            ? session.getString("name")
            : all[ThreadLocalRandom.current().nextInt(all.length)];
    return session.set("peer", peer);
  }
}
