package dev.hubbub.client.terminal;

import dev.hubbub.client.text.Addressed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes the prompt {@code To:}: users on line, commands, and users behind {@code @}. */
final class Receivers implements Completer {
  private static final List<String> COMMANDS =
      List.of(
          "/help", "/list", "/time", "/shout", "/standard", EntryParser.RENAME, EntryParser.QUIT);

  private final Supplier<List<String>> users;

  /**
   * For the users who are on line when a completion is asked for.
   *
   * @param users asks the server, or knows them from before
   */
  Receivers(Supplier<List<String>> users) {
    this.users = users;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String typed = line.word();
    for (String value : values(typed)) {
      // Else JLine falls back on what merely contains the letters.
      if (value.regionMatches(true, 0, typed, 0, typed.length())) {
        // No further suffix: what is chosen may be edited or sent as it is.
        candidates.add(new Candidate(value, value, null, null, null, null, false));
      }
    }
  }

  private List<String> values(String typed) {
    if (typed.startsWith("/")) {
      return COMMANDS;
    }
    if (typed.startsWith("@")) {
      // Who is listed here is known, so that a name with spaces needs no quotes.
      boolean quoted = typed.startsWith("@\"");
      return users.get().stream()
          .map(user -> "@" + (quoted ? Addressed.quote(user) : user) + " ")
          .toList();
    }
    List<String> values = new ArrayList<>(users.get());
    values.addAll(COMMANDS);
    return values;
  }
}
