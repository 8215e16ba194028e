package dev.hubbub.client;

import java.io.IOException;

/**
 * The connection ended without this side's doing. A message that was not confirmed by then may or
 * may not have arrived.
 */
public final class ConnectionLostException extends IOException {
  private static final long serialVersionUID = 1L;

  /** One with the reason, in words for people. */
  public ConnectionLostException(String reason) {
    super(reason);
  }
}
