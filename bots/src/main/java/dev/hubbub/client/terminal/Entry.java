package dev.hubbub.client.terminal;

/** What a line at the prompt {@code To:} means. */
sealed interface Entry {
  /** An empty line. */
  record Nothing() implements Entry {}

  /** Somebody to write to; the text is still to come. */
  record Receiver(String name) implements Entry {}

  /** A whole message in one line. */
  record Direct(String to, String text) implements Entry {}

  /** A command of the server, or {@code /shout} without a text, which is still to come. */
  record Command(String endpoint, String text) implements Entry {}

  /** Another name for this user. */
  record Rename(String name) implements Entry {}

  /** The end. */
  record Quit() implements Entry {}
}
