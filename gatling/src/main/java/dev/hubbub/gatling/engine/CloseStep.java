package dev.hubbub.gatling.engine;

/** Ends the own side and waits until the server has ended its own, which frees the name. */
public record CloseStep() implements Step {
  @Override
  public void start(TimedStep timed) {
    ChatConnection.require(timed.session()).leave(timed);
  }
}
