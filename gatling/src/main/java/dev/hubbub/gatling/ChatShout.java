package dev.hubbub.gatling;

import dev.hubbub.gatling.engine.RequestStep;
import dev.hubbub.gatling.engine.Template;

/** A message to everyone: say what to wait for. Immutable. */
public final class ChatShout {
  private static final String CONFIRMATION = "Message sent to ";

  private final Template name;
  private final Template text;

  ChatShout(Template name, Template text) {
    this.name = name;
    this.text = text;
  }

  /** Waits until the server says to how many it has sent the message. */
  public ChatStep awaitConfirmation() {
    return new ChatStep(
        name, new RequestStep(Template.of("/shout"), text, Template.of(CONFIRMATION)));
  }
}
