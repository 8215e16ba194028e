package dev.hubbub.benchmarks.session;

import dev.hubbub.protocol.InvalidUsernameException;
import dev.hubbub.protocol.Username;
import dev.hubbub.server.outbound.Outbound;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import java.util.SplittableRandom;

/** So many registered users, and random ones of them, the same in every run. */
public final class Population {
  private static final long SEED = 42;
  // Enough that the names asked for don't all stay in the processor's nearest cache.
  private static final int PICKS = 1 << 14;

  private final SessionRegistry registry = new SessionRegistry();
  private final Outbound outbound = new DiscardingOutbound();
  private final Session[] picks = new Session[PICKS];
  private int next;

  /** Registers the users. */
  public Population(int users) {
    Session[] all = new Session[users];
    for (int i = 0; i < users; i++) {
      all[i] = register(username("user-" + i));
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < PICKS; i++) {
      picks[i] = all[random.nextInt(users)];
    }
  }

  /** Where they are registered. */
  public SessionRegistry registry() {
    return registry;
  }

  /** The next random user. */
  public Session pick() {
    next = (next + 1) & (PICKS - 1);
    return picks[next];
  }

  /** Registers one more, whose name must be free. */
  Session register(Username username) {
    Session session = registry.claim(username, "192.168.1.7", outbound).orElseThrow();
    registry.join(session);
    return session;
  }

  static Username username(String name) {
    try {
      return Username.of(name);
    } catch (InvalidUsernameException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
