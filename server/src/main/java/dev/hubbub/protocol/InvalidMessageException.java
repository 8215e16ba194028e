package dev.hubbub.protocol;

/** An object that is not a message. The text is the reason, written for the one who sent it. */
public final class InvalidMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates one without a stack trace: bad input is an everyday event and must stay cheap. */
  public InvalidMessageException(String reason) {
    super(reason, null, false, false);
  }

  /** Why the object is no message, in words for the sender. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
