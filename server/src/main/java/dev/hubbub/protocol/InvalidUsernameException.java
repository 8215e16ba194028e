package dev.hubbub.protocol;

/**
 * A username that the rules don't allow. The text is the reason, written for the one who chose it.
 */
public final class InvalidUsernameException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates one without a stack trace: bad input is an everyday event and must stay cheap. */
  public InvalidUsernameException(String reason) {
    super(reason, null, false, false);
  }

  /** Why the name is not allowed, in words for the one who chose it. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
