package dev.hubbub.bots.driver;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of IRC.
 *
 * @param text all of it
 * @param prefix who says it, without the colon; empty where the line has none
 * @param command a word, or three digits
 * @param parameters the last one may have spaces
 */
record IrcLine(String text, String prefix, String command, List<String> parameters) {
  /** Reads a line without its end, by RFC 2812, section 2.3.1. */
  static IrcLine parse(String text) {
    String rest = text;
    String prefix = "";
    if (rest.startsWith(":")) {
      String[] parts = rest.split(" +", 2);
      prefix = parts[0].substring(1);
      rest = parts.length < 2 ? "" : parts[1];
    }
    List<String> words = new ArrayList<>();
    while (!rest.isEmpty()) {
      if (rest.startsWith(":") && !words.isEmpty()) {
        words.add(rest.substring(1));
        break;
      }
      String[] parts = rest.split(" +", 2);
      words.add(parts[0]);
      rest = parts.length < 2 ? "" : parts[1];
    }
    return words.isEmpty()
        ? new IrcLine(text, prefix, "", List.of())
        : new IrcLine(text, prefix, words.getFirst(), List.copyOf(words.subList(1, words.size())));
  }

  /** The nick in the prefix, or the server's name. */
  String sender() {
    return prefix.split("!", 2)[0];
  }

  /** A parameter; empty where there are not so many. */
  String parameter(int index) {
    return index < parameters.size() ? parameters.get(index) : "";
  }

  /** The last parameter; empty where there is none. */
  String last() {
    return parameters.isEmpty() ? "" : parameters.getLast();
  }

  /** Whether the command is a numeric reply that tells an error; a missing MOTD (422) is none. */
  boolean isError() {
    return command.matches("[45]\\d\\d") && !command.equals("422");
  }
}
