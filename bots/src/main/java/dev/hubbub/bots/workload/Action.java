package dev.hubbub.bots.workload;

import dev.hubbub.protocol.ServerTexts;
import java.util.Locale;
import java.util.stream.Stream;
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
  /** A message to the name {@code Everyone}, which nobody can have; the error reply must come. */
  EVERYONE("to Everyone", null, null),
  /** Leaves; done when the server has closed its side too. */
  LEAVE("leave", null, null),
  /** Comes back after leaving; not planned by itself. */
  RETURN("return", null, null),
  /** Registers for the first time while others act; planned by a {@link Ramp}. */
  JOIN("join", null, null),
  /** A message to a user that reads slowly, for whom the server may have to drop it. */
  SLOW_READER("to slow reader", null, null),
  /** The server has cut off a user that reads slowly; not planned. */
  CUT_OFF("slow reader cut off", null, null),
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

  /** Whether it can have a weight. */
  public boolean isWeighed() {
    return switch (this) {
      case DIRECT, SHOUT, TIME, LIST, HELP, UNKNOWN_USER, EVERYONE, LEAVE -> true;
      case RETURN, JOIN, SLOW_READER, CUT_OFF, SHOUT_COPY -> false;
    };
  }

  /** Whether the server answers it itself. */
  public boolean isAnswered() {
    return switch (this) {
      case SHOUT, TIME, LIST, HELP, UNKNOWN_USER, EVERYONE -> true;
      case DIRECT, LEAVE, RETURN, JOIN, SLOW_READER, CUT_OFF, SHOUT_COPY -> false;
    };
  }

  /** As files and options spell it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The action of that {@link #key}.
   *
   * @throws IllegalArgumentException if there is none that can have a weight
   */
  static Action ofKey(String key) {
    return Stream.of(values())
        .filter(action -> action.isWeighed() && action.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'weights' has no action '" + key + "'"));
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
