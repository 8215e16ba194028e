package dev.hubbub.client.text;

import java.util.regex.Pattern;

/** Finds where a text mentions a user: the name as a word of its own, in any case. */
public final class Mentions {
  private final Pattern pattern;

  /** Of this user. */
  public Mentions(String name) {
    this.pattern =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether the text mentions the user. */
  public boolean isIn(String text) {
    return pattern.matcher(text).find();
  }

  /** What finds the mentions. */
  Pattern pattern() {
    return pattern;
  }
}
