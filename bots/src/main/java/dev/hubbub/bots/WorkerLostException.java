package dev.hubbub.bots;

import java.io.IOException;

/**
 * A worker ended, or no longer answers, while its share of a load was under way. What the others
 * measured is then not the load that was asked for: a result without that share would be wrong, so
 * there is none.
 */
public final class WorkerLostException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says which worker, and what is known. */
  public WorkerLostException(int worker, String reason) {
    super("worker " + worker + " was lost: " + reason);
  }
}
