package dev.hubbub.client.text;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.ServerTexts;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/** How messages look: the time, who speaks to whom, the text; further lines are indented. */
public final class Transcript {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss ", Locale.ROOT);
  private static final int INDENT = 9;
  private static final int COLUMNS_MIN_TO_INDENT = 40;
  private static final int COLUMNS_MIN = 4;
  private static final String TO = " → ";
  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  private static final AttributedStyle QUIET = AttributedStyle.DEFAULT.foreground(245);
  private static final AttributedStyle WARNING = AttributedStyle.BOLD.foreground(160);

  private final Columns columns;
  private final boolean coloured;

  /** One for a terminal. */
  public Transcript(Columns columns, boolean coloured) {
    this.columns = columns;
    this.coloured = coloured;
  }

  /** A message that came in. */
  public List<AttributedString> received(
      Message message, LocalTime time, Mentions mentions, int width) {
    String sender = message.from().name();
    boolean fromServer = message.from().equals(Sender.SERVER);
    AttributedStringBuilder head = head(time);
    append(head, SafeText.of(sender), fromServer ? QUIET : SenderColours.of(sender));
    if (message.to().equals(ServerTexts.EVERYONE)) {
      append(head, TO + ServerTexts.EVERYONE, QUIET);
    }
    append(head, ": ", QUIET);
    AttributedStyle style = fromServer ? QUIET : PLAIN;
    return layOut(head, message.msg(), style, fromServer ? null : mentions, width);
  }

  /** A message of this user. */
  public List<AttributedString> sent(
      String self, String to, String text, LocalTime time, int width) {
    AttributedStringBuilder head = head(time);
    append(head, SafeText.of(self), SenderColours.of(self));
    append(head, TO + SafeText.of(to) + ": ", QUIET);
    return layOut(head, text, PLAIN, null, width);
  }

  /** What the program itself has to say; urgent when something is not as it should be. */
  public List<AttributedString> notice(String text, boolean urgent, LocalTime time, int width) {
    AttributedStringBuilder head = head(time);
    append(head, urgent ? "! " : "* ", urgent ? WARNING : QUIET);
    return layOut(head, text, urgent ? WARNING : QUIET, null, width);
  }

  private AttributedStringBuilder head(LocalTime time) {
    AttributedStringBuilder head = new AttributedStringBuilder();
    append(head, TIME.format(time), QUIET);
    return head;
  }

  // The first line begins behind the head, all others behind the indent: so nobody can write a
  // line that looks like a message of somebody else.
  private List<AttributedString> layOut(
      AttributedStringBuilder head,
      String text,
      AttributedStyle style,
      @Nullable Mentions mentions,
      int width) {
    int max = Math.max(COLUMNS_MIN, width);
    int indent = max >= COLUMNS_MIN_TO_INDENT ? INDENT : 1;
    List<AttributedString> lines = new ArrayList<>();
    for (String paragraph : SafeText.lines(text)) {
      AttributedStringBuilder whole = new AttributedStringBuilder();
      boolean first = lines.isEmpty();
      if (first) {
        whole.append(head);
      }
      whole.append(body(paragraph, style, mentions));
      for (Columns.Line line :
          columns.wrap(whole.toString(), first ? max : max - indent, max - indent)) {
        AttributedStringBuilder shown = new AttributedStringBuilder();
        if (!lines.isEmpty()) {
          shown.append(" ".repeat(indent));
        }
        lines.add(shown.append(whole.subSequence(line.start(), line.end())).toAttributedString());
      }
    }
    return lines;
  }

  private AttributedStringBuilder body(
      String text, AttributedStyle style, @Nullable Mentions mentions) {
    AttributedStringBuilder body = new AttributedStringBuilder();
    append(body, text, style);
    if (coloured && mentions != null) {
      body.styleMatches(mentions.pattern(), style.bold().inverse());
    }
    return body;
  }

  private void append(AttributedStringBuilder line, String text, AttributedStyle style) {
    line.styled(coloured ? style : PLAIN, text);
  }
}
