package dev.hubbub.bots.chaos;

import dev.hubbub.protocol.Message;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user on one connection, with expectations of what arrives. What somebody shouts meanwhile is
 * passed over, and the answers of the server are told from the messages of users: in which order
 * the two kinds come, the contract leaves open.
 */
final class Client implements AutoCloseable {
  private final String name;
  private final Line line;
  private final Queue<String> answers = new ArrayDeque<>();
  private final Queue<Message> messages = new ArrayDeque<>();
  private boolean registered;
  private boolean ended;

  Client(String name, Line line) {
    this.name = name;
    this.line = line;
  }

  String name() {
    return name;
  }

  Line line() {
    return line;
  }

  /** Sends bytes as they are. */
  void send(String text) throws IOException {
    line.send(text);
  }

  /** Expects the welcome. */
  void expectWelcome() throws IOException, Violation, Inconclusive {
    String text = answer("the welcome");
    // A silence within the name ends it; that the sender did not mean to be silent is no matter.
    for (int length = 1; length < name.length(); length++) {
      if (Texts.isWelcome(text, name.substring(0, length))) {
        throw new Inconclusive("the name was cut by a pause");
      }
    }
    if (!Texts.isWelcome(text, name)) {
      throw new Violation("expected the welcome of " + name + ", got " + Quote.of(text));
    }
    registered = true;
  }

  /** Expects exactly this answer of the server. */
  void expect(String text) throws IOException, Violation, Inconclusive {
    String got = answer(Quote.of(text));
    if (!got.equals(text)) {
      throw new Violation("expected " + Quote.of(text) + ", got " + Quote.of(got));
    }
  }

  /** Expects an answer of the server that begins like this and goes on. */
  void expectStart(String start) throws IOException, Violation, Inconclusive {
    String got = answer(Quote.of(start + "…"));
    if (!got.startsWith(start) || got.length() == start.length()) {
      throw new Violation("expected " + Quote.of(start + "…") + ", got " + Quote.of(got));
    }
  }

  /** Expects an answer of the server that has this form. */
  Matcher expect(Pattern form) throws IOException, Violation, Inconclusive {
    String got = answer(form.pattern());
    Matcher matcher = form.matcher(got);
    if (!matcher.matches()) {
      throw new Violation("expected " + form.pattern() + ", got " + Quote.of(got));
    }
    return matcher;
  }

  /** Expects this message of a user as the next one of all users. */
  void expectFrom(String sender, String msg) throws IOException, Violation, Inconclusive {
    while (messages.isEmpty()) {
      if (!read()) {
        throw new Violation("the server ended before " + Quote.of(msg) + " arrived");
      }
    }
    Message got = messages.remove();
    boolean right =
        got.from().name().equals(sender)
            && !got.from().ip().isEmpty()
            && got.to().equals(name)
            && got.msg().equals(msg);
    if (!right) {
      throw new Violation(
          "expected "
              + Quote.of(msg)
              + " from "
              + sender
              + " to "
              + name
              + ", got "
              + Quote.of(got.msg())
              + " from "
              + got.from().name()
              + " to "
              + got.to());
    }
  }

  /** Expects that the server ends its side, with nothing else said before. */
  void expectEnd() throws IOException, Violation, Inconclusive {
    while (read()) {
      // What arrives is judged below.
    }
    if (!answers.isEmpty()) {
      throw new Violation("expected the end, got " + Quote.of(answers.remove()));
    }
    if (!messages.isEmpty()) {
      throw new Violation("expected the end, got " + Quote.of(messages.remove().msg()));
    }
  }

  /** The next answer of the server. */
  String answer(String expected) throws IOException, Violation, Inconclusive {
    while (answers.isEmpty()) {
      if (!read()) {
        throw new Violation("the server ended instead of an answer, expected " + expected);
      }
    }
    return answers.remove();
  }

  /** Whether the server has ended its side; reads on until an answer or a message is there. */
  boolean hasEnded() throws IOException, Violation, Inconclusive {
    return answers.isEmpty() && messages.isEmpty() && !read();
  }

  @Override
  public void close() throws IOException {
    line.close();
  }

  // Returns whether the server has not ended its side.
  private boolean read() throws IOException, Violation, Inconclusive {
    Message message = ended ? null : line.next();
    if (message == null) {
      ended = true;
      return false;
    }
    if (!message.from().name().equals(Texts.SERVER)) {
      if (!message.to().equals(Texts.EVERYONE)) {
        messages.add(message);
      }
      return true;
    }
    String to = registered || message.msg().startsWith("Welcome ") ? null : Texts.GUEST;
    if (!message.from().ip().equals(Texts.SERVER_IP)) {
      throw new Violation("an answer came from the address " + message.from().ip());
    }
    if (to != null && !message.to().equals(to)) {
      throw new Violation("an answer to a guest was addressed to " + message.to());
    }
    if (registered && !message.to().equals(name)) {
      throw new Violation("an answer to " + name + " was addressed to " + message.to());
    }
    passIfTurnedAway(message.msg());
    answers.add(message.msg());
    return true;
  }

  private static void passIfTurnedAway(String text) throws Inconclusive {
    if (text.equals(Texts.FULL)
        || text.equals(Texts.TOO_MANY_FROM_ADDRESS)
        || text.equals(Texts.SHUTTING_DOWN)) {
      throw new Inconclusive(text);
    }
  }
}
