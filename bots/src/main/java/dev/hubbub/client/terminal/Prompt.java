package dev.hubbub.client.terminal;

import dev.hubbub.client.text.SafeText;
import java.util.Optional;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.reader.impl.completer.NullCompleter;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * What is typed. Receivers and messages have histories of their own, which live as long as the
 * program: what people wrote to each other is not put on a disk.
 *
 * <p>Used by one thread, except {@link #reader}, by which others print above what is typed.
 */
final class Prompt {
  private static final int HISTORY_LINES_MAX = 500;

  private final LineReaderImpl reader;
  private final History receivers = new DefaultHistory();
  private final History messages = new DefaultHistory();
  private final Completer completer;
  private final boolean styled;
  private String offer = "";

  /**
   * A prompt on a terminal.
   *
   * @param completer completes receivers
   */
  Prompt(Terminal terminal, Completer completer, boolean styled) {
    this.completer = completer;
    this.styled = styled;
    this.reader =
        (LineReaderImpl)
            LineReaderBuilder.builder()
                .terminal(terminal)
                .parser(WholeLine.PARSER)
                .highlighter((_, typed) -> shown(typed))
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.ERASE_LINE_ON_FINISH, true)
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.HISTORY_IGNORE_SPACE, false)
                .variable(LineReader.HISTORY_SIZE, HISTORY_LINES_MAX)
                .build();
    if (!styled) {
      // The one of JLine's styles in use that has a colour.
      reader.setVariable(LineReader.COMPLETION_STYLE_STARTING, "bold");
    }
  }

  /** By which other threads print. */
  LineReader reader() {
    return reader;
  }

  /** Asks for something in a line; empty when the user wants to leave. */
  Optional<String> ask(String question) {
    return read(question + " ", "", new DefaultHistory(), NullCompleter.INSTANCE);
  }

  /**
   * Asks for a receiver; empty when the user wants to leave.
   *
   * @param lastReceiver is taken when the line is left empty, and shown until something is typed
   */
  Optional<String> receiver(String lastReceiver) {
    return read("To: ", lastReceiver, receivers, completer)
        .map(line -> line.isBlank() ? lastReceiver : line);
  }

  /** Asks for a text; empty when the user wants to leave. */
  Optional<String> message(String to) {
    return read("To: " + SafeText.of(to) + "\nMsg: ", "", messages, NullCompleter.INSTANCE);
  }

  private Optional<String> read(
      String prompt, String offered, History history, Completer completion) {
    reader.setHistory(history);
    reader.setCompleter(completion);
    offer = offered;
    try {
      return Optional.of(reader.readLine(prompt));
    } catch (UserInterruptException | EndOfFileException e) {
      return Optional.empty();
    }
  }

  private AttributedString shown(String typed) {
    if (!typed.isEmpty()) {
      return new AttributedString(typed);
    }
    return new AttributedString(
        SafeText.of(offer), styled ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT);
  }
}
