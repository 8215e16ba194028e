package dev.hubbub.bots.workload;

import dev.hubbub.protocol.ServerTexts;
import org.jspecify.annotations.Nullable;

/** What a user does, and what follows from it. */
public enum Action {
  /** A message to one peer. */
  DIRECT("direct message", null, null),
  /** A message to everyone; done when the server confirms it. */
  SHOUT("/shout", "/shout", "Message sent to "),
  /** Asks for the time. */
  TIME("/time", "/time", "Server time: "),
  /** Asks who is on line. */
  LIST("/list", "/list", "Online users ("),
  /** Asks for the commands. */
  HELP("/help", "/help", "Available commands:"),
  /** A message to nobody; the error reply is what must come. */
  UNKNOWN_USER("unknown user", null, null),
  /** Leaves; done when the server has closed its side too. */
  LEAVE("leave", null, null),
  /** Comes back after leaving; not planned by itself. */
  RETURN("return", null, null),
  /** What the others receive of a {@link #SHOUT}; not planned by itself. */
  SHOUT_COPY("/shout copies", null, null);

  private final String label;
  private final @Nullable String endpoint;
  private final @Nullable String replyPrefix;

  Action(String label, @Nullable String endpoint, @Nullable String replyPrefix) {
    this.label = label;
    this.endpoint = endpoint;
    this.replyPrefix = replyPrefix;
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /** Whether a plan may contain it. */
  public boolean isPlanned() {
    return this != RETURN && this != SHOUT_COPY;
  }

  /** The endpoint that it asks, or null. */
  public @Nullable String endpoint() {
    return endpoint;
  }

  /** The action that a text of the server answers, or null. */
  public static @Nullable Action answeredBy(String text) {
    for (Action action : values()) {
      if (action.replyPrefix != null && text.startsWith(action.replyPrefix)) {
        return action;
      }
    }
    return text.equals(ServerTexts.ONLY_USER) ? LIST : null;
  }
}
