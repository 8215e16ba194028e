package dev.hubbub.bots.driver;

import java.util.ArrayList;
import java.util.List;

/** Writes down what is told of a connection, one line an event. */
final class RecordingInbound implements InboundListener {
  final List<String> events = new ArrayList<>();

  /** What the conversation of {@link DriverTest} must be told as. */
  static List<String> of(Protocol protocol) {
    return switch (protocol) {
      case HUBBUB, HUBBUB_BARE_NAMES, ECHO -> List.of("registered", "7/1", "7/2");
      case IRC -> List.of("registered", "7/1", "answer PONG :irc.test", "7/2");
      case NATS -> List.of("registered", "7/1", "answer PONG", "7/2");
    };
  }

  @Override
  public void registered() {
    events.add("registered");
  }

  @Override
  public void rejected(String reason, boolean full) {
    events.add((full ? "full: " : "rejected: ") + reason);
  }

  @Override
  public void payload(int worker, long sequence, boolean toEveryone) {
    events.add(worker + "/" + sequence + (toEveryone ? " to everyone" : ""));
  }

  @Override
  public void unavailable(String name) {
    events.add("unavailable " + name);
  }

  @Override
  public void reply(String text) {
    events.add("reply " + text);
  }

  @Override
  public void chat(String sender) {
    events.add("chat of " + sender);
  }

  @Override
  public void answer(String text) {
    events.add("answer " + text.strip());
  }

  @Override
  public void invalid(String reason, boolean fatal) {
    events.add((fatal ? "fatal: " : "invalid: ") + reason);
  }
}
