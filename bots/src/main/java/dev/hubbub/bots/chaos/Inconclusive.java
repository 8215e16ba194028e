package dev.hubbub.bots.chaos;

/** The server did something that it may do, after which the misdeed can't go on. */
final class Inconclusive extends Exception {
  private static final long serialVersionUID = 1L;

  Inconclusive(String message) {
    super(message);
  }
}
