package dev.hubbub.bots.chaos;

/** The server did not answer as it has to; the message says what was expected and what came. */
final class Violation extends Exception {
  private static final long serialVersionUID = 1L;

  Violation(String message) {
    super(message);
  }
}
