package dev.hubbub.bots.local;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server says once it listens.
 *
 * @param port the real one
 * @param transport how it speaks to the kernel
 * @param connectionsMax connections that it takes, null when it doesn't say
 */
public record ListeningLine(int port, String transport, @Nullable Integer connectionsMax) {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?:Hubbub|Echo) is listening on \\S+:(\\d{1,5}) \\(([\\w.]+)\\b(?:.*\\bat most"
              + " (\\d{1,9}) connections)?.*\\)");

  /** Reads a line; empty when it is another one. */
  static Optional<ListeningLine> parse(String line) {
    Matcher matcher = SYNTAX.matcher(line.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String most = matcher.group(3);
    return Optional.of(
        new ListeningLine(
            Integer.parseInt(matcher.group(1)),
            matcher.group(2),
            most == null ? null : Integer.valueOf(most)));
  }
}
