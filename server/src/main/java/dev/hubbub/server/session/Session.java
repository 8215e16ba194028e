package dev.hubbub.server.session;

import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.Username;
import dev.hubbub.server.outbound.Outbound;
import org.jspecify.annotations.Nullable;

/**
 * A registered user on its connection. Immutable but for its being visible, which is set once, and
 * for the count of bad inputs and what is kept of an encoded message, which are its event loop's.
 */
public final class Session {
  private final Sender sender;
  private final String folded;
  private final Outbound outbound;
  private final long joinOrder;
  private volatile boolean visible;
  private int badInputs;
  private byte @Nullable [] prefix;

  Session(Username username, String ip, Outbound outbound, long joinOrder) {
    this.sender = new Sender(username.name(), ip);
    this.folded = username.folded();
    this.outbound = outbound;
    this.joinOrder = joinOrder;
  }

  /** The name that messages to this user carry. */
  public String name() {
    return sender.name();
  }

  /** What the server stamps on every message of this user. */
  public Sender sender() {
    return sender;
  }

  /**
   * How every message of this user begins, encoded; on the event loop of the connection only. Kept
   * from the first message on: those who only listen don't have it.
   */
  public byte[] prefix() {
    byte[] kept = prefix;
    if (kept == null) {
      kept = MessageEncoder.senderPrefix(sender);
      prefix = kept;
    }
    return kept;
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
    return folded;
  }

  /** Whether the name is its own folded form. */
  boolean isFolded() {
    return folded.equals(sender.name());
  }

  /** Lets others find this user. */
  void show() {
    visible = true;
  }

  boolean isVisible() {
    return visible;
  }

  long joinOrder() {
    return joinOrder;
  }
}
