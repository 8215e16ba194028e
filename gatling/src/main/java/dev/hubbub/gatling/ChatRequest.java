package dev.hubbub.gatling;

import dev.hubbub.gatling.engine.DeliveryStep;
import dev.hubbub.gatling.engine.RequestStep;
import dev.hubbub.gatling.engine.Template;

/** A message: say what to wait for. Immutable. */
public final class ChatRequest {
  private final Template name;
  private final Template to;
  private final Template text;

  ChatRequest(Template name, Template to, Template text) {
    this.name = name;
    this.to = to;
    this.text = text;
  }

  /**
   * Waits until the receiver, another virtual user under the same {@code protocols(…)}, has the
   * message. A token follows the text. The time is from end to end.
   */
  public ChatStep awaitDelivery() {
    return new ChatStep(name, new DeliveryStep(to, text));
  }

  /** Waits for the reply; an error is a failure. */
  public ChatStep awaitReply() {
    return new ChatStep(name, new RequestStep(to, text, null));
  }

  /** Waits for the reply, which must begin like this, be it an error or not. */
  public ChatStep awaitReply(String beginning) {
    return new ChatStep(name, new RequestStep(to, text, Template.of(beginning)));
  }
}
