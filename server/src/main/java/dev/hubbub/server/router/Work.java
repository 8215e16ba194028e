package dev.hubbub.server.router;

import org.jspecify.annotations.Nullable;

/**
 * What an endpoint does for a request, in slices: a request that concerns all users must not keep
 * the others of its event loop waiting. Run by the event loop of the requester.
 */
@FunctionalInterface
interface Work {
  /**
   * Does a bounded part; returns the text of the reply when all is done, or null when there is more
   * to do.
   */
  @Nullable String step();
}
