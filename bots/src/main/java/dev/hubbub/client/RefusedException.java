package dev.hubbub.client;

import dev.hubbub.protocol.ServerTexts;
import java.io.IOException;

/** The server said no: to a name, to a message, or to a command. The text is what it said. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** One with the words of the server. */
  public RefusedException(String reply) {
    super(reply);
  }

  /** What the server said. */
  public String reply() {
    return String.valueOf(getMessage());
  }

  /** Whether it was because somebody else is on line under the name. */
  public boolean isNameTaken() {
    return reply().equals(ServerTexts.USERNAME_TAKEN);
  }

  /** Whether it was because the rules don't allow the name. */
  public boolean isNameInvalid() {
    return reply().startsWith(ServerTexts.INVALID_USERNAME);
  }
}
