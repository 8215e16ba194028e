package dev.hubbub.gatling;

import dev.hubbub.gatling.engine.CloseStep;
import dev.hubbub.gatling.engine.RegisterStep;
import dev.hubbub.gatling.engine.Template;

/** What a step of this name may do. Immutable. */
public final class ChatStepName {
  private final Template name;

  ChatStepName(String name) {
    this.name = Template.of(name);
  }

  /** Connects, sends the username with a line feed and waits for the welcome. */
  public ChatStep register() {
    return new ChatStep(name, new RegisterStep("\n"));
  }

  /**
   * Connects, sends the bare username as field clients do, and waits for the welcome. Its time
   * includes the server's grace for a name that nothing ends, 50 ms by default.
   */
  public ChatStep registerBare() {
    return new ChatStep(name, new RegisterStep(""));
  }

  /** Asks an endpoint, such as {@code /time}, with an empty text. */
  public ChatRequest endpoint(String endpoint) {
    return new ChatRequest(name, Template.of(endpoint), Template.of(""));
  }

  /** Says a text to everyone. */
  public ChatShout shout(String text) {
    return new ChatShout(name, Template.of(text));
  }

  /** Sends a text: to another user, who gets it, or to nobody, which the server answers. */
  public ChatRequest send(String to, String text) {
    return new ChatRequest(name, Template.of(to), Template.of(text));
  }

  /** Ends the own side and waits until the server has ended its own, which frees the name. */
  public ChatStep close() {
    return new ChatStep(name, new CloseStep());
  }
}
