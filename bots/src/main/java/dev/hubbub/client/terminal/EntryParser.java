package dev.hubbub.client.terminal;

import dev.hubbub.client.text.Addressed;
import java.util.Collection;

/** Reads what was typed at the prompt {@code To:}. Pure. */
final class EntryParser {
  /** Leaves; a command of this program. */
  static final String QUIT = "/quit";

  /** Takes another name; a command of this program. */
  static final String RENAME = "/name";

  private EntryParser() {}

  /**
   * The meaning of a line.
   *
   * @param users who is known to be on line: names may hold spaces, and the longest that fits wins
   */
  static Entry parse(String line, Collection<String> users) {
    String entry = line.strip();
    if (entry.isEmpty()) {
      return new Entry.Nothing();
    }
    if (entry.startsWith("/")) {
      return command(entry);
    }
    return entry.startsWith("@") && entry.length() > 1
        ? direct(Addressed.parse(entry.substring(1), users))
        : new Entry.Receiver(entry);
  }

  private static Entry command(String entry) {
    int space = entry.indexOf(' ');
    String endpoint = space < 0 ? entry : entry.substring(0, space);
    String text = space < 0 ? "" : entry.substring(space + 1).strip();
    return switch (endpoint) {
      case QUIT -> new Entry.Quit();
      case RENAME -> new Entry.Rename(text);
      default -> new Entry.Command(endpoint, text);
    };
  }

  private static Entry direct(Addressed message) {
    return message.text().isEmpty()
        ? new Entry.Receiver(message.to())
        : new Entry.Direct(message.to(), message.text());
  }
}
