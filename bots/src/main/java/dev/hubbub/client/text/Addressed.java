package dev.hubbub.client.text;

import java.util.Collection;
import java.util.Comparator;

/**
 * A receiver and a text in one line, behind {@code @}.
 *
 * @param to the receiver
 * @param text the text, empty when there is none
 */
public record Addressed(String to, String text) {
  /**
   * Reads {@code name text} or {@code "name with spaces" text}.
   *
   * @param line what stands behind the {@code @}
   * @param users who is known: the longest of these names that begins the line is taken
   */
  public static Addressed parse(String line, Collection<String> users) {
    int quote = line.startsWith("\"") ? line.indexOf('"', 1) : -1;
    if (quote > 1) {
      return new Addressed(line.substring(1, quote), line.substring(quote + 1).strip());
    }
    int space = line.indexOf(' ');
    String word = space < 0 ? line : line.substring(0, space);
    String name =
        users.stream()
            .filter(user -> line.equals(user) || line.startsWith(user + " "))
            .max(Comparator.comparingInt(String::length))
            .orElse(word);
    return new Addressed(name, line.substring(name.length()).strip());
  }

  /** How a name is written behind {@code @}, so that it is read back as the same. */
  public static String quote(String name) {
    return name.indexOf(' ') < 0 ? name : '"' + name + '"';
  }
}
