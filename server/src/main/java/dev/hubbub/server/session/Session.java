package dev.hubbub.server.session;

import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.Username;
import dev.hubbub.server.outbound.Outbound;

/**
 * A registered user on its connection. Immutable but for the count of bad inputs, which its event
 * loop keeps.
 */
public final class Session {
  private final Username username;
  private final Sender sender;
  private final Outbound outbound;
  private final long joinOrder;
  private int badInputs;

  Session(Username username, String ip, Outbound outbound, long joinOrder) {
    this.username = username;
    this.sender = new Sender(username.name(), ip);
    this.outbound = outbound;
    this.joinOrder = joinOrder;
  }

  /** The name that messages to this user carry. */
  public String name() {
    return username.name();
  }

  /** What the server stamps on every message of this user. */
  public Sender sender() {
    return sender;
  }

  /** Where messages to this user go. */
  public Outbound outbound() {
    return outbound;
  }

  /**
   * Counts a bad input and returns how many there were; on the event loop of the connection only.
   */
  public int countBadInput() {
    return ++badInputs;
  }

  String folded() {
    return username.folded();
  }

  long joinOrder() {
    return joinOrder;
  }
}
