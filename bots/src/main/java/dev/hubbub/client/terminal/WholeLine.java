package dev.hubbub.client.terminal;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser;

/**
 * A line is one word, whatever is in it: names may hold spaces, and a text is nobody's syntax.
 *
 * @param line what was typed
 * @param cursor where in it the cursor is
 */
record WholeLine(String line, int cursor) implements CompletingParsedLine {
  /** Takes every line as it is. */
  static final Parser PARSER = (line, cursor, _) -> new WholeLine(line, cursor);

  @Override
  public String word() {
    return line;
  }

  @Override
  public int wordCursor() {
    return cursor;
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(line);
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return cursor;
  }

  @Override
  public int rawWordLength() {
    return line.length();
  }
}
