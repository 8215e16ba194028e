package dev.hubbub.server.router;

/**
 * A request that concerns all users, done in slices: the others of the event loop come in between.
 * Its requester must not be read from until it is done, so that nobody has more than one under way;
 * it goes on even if the requester has gone. Run by the event loop of the requester.
 */
public interface PendingRequest {
  /** Does a bounded part; returns whether the request is done and its reply sent. */
  boolean resume();

  /** Gives back what it holds, when it can't be finished. */
  void abandon();
}
