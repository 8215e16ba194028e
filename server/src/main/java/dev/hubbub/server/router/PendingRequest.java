package dev.hubbub.server.router;

import dev.hubbub.server.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * A request that isn't done yet. Its requester must not be read from until it is, so that nobody
 * has more than one under way, and must be resumed even if the requester has gone.
 */
public final class PendingRequest {
  private final Router router;
  private final Session requester;
  private final Work work;

  PendingRequest(Router router, Session requester, Work work) {
    this.router = router;
    this.requester = requester;
    this.work = work;
  }

  /** Does a bounded part; returns whether the request is done and its reply sent. */
  public boolean resume() {
    @Nullable String reply = work.step();
    if (reply == null) {
      return false;
    }
    router.reply(requester, reply);
    return true;
  }
}
