package dev.hubbub.client;

import java.io.IOException;

/** The connection ended without this side's doing, or there was none. */
public final class ConnectionLostException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean sent;

  /**
   * One with the reason, in words for people.
   *
   * @param sent whether what is waiting for an answer went out
   */
  public ConnectionLostException(String reason, boolean sent) {
    super(reason);
    this.sent = sent;
  }

  /** One for what was never sent. */
  static ConnectionLostException none() {
    return new ConnectionLostException("there is no connection", false);
  }

  /** Whether the message may have arrived all the same; if not, it was never sent. */
  public boolean mayHaveArrived() {
    return sent;
  }
}
