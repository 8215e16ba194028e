package dev.hubbub.server.wire;

import dev.hubbub.protocol.InvalidUsernameException;
import dev.hubbub.protocol.Limits;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Username;
import dev.hubbub.server.testing.ReferenceFrames;
import dev.hubbub.server.testing.ReferenceMessage;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the contract says that a connection to an empty server is answered, worked out the slow and
 * plain way: after every event, from all that has come.
 */
final class ReferenceConnection {
  // Longer ones first where one begins with the other.
  private static final List<String> BEGINNINGS =
      List.of(
          "Welcome ",
          "⛔ Error: Invalid username: ",
          "⛔ Error: No username received within 10 s.",
          "⛔ Error: Too many invalid messages.",
          "❌ Error: Invalid message: ",
          "❌ Error: Message over ",
          "❌ Error: Unknown command ",
          "❌ Error: User ",
          "Available commands:",
          "Server time: ",
          "You are the only active user!",
          "Message sent to 0 users",
          "Every message is one JSON object");

  private enum State {
    NAMELESS,
    ONLINE,
    CLOSING
  }

  private final WireLimits limits;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final List<String> replies = new ArrayList<>();
  private State state = State.NAMELESS;
  private long nowNs;
  private long silentSinceNs;
  private String name = "";
  private int framesSeen;
  private int badInputs;

  ReferenceConnection(WireLimits limits) {
    this.limits = limits;
  }

  /** How a reply is told from others: whom it addresses and how it begins. */
  static String shape(String to, String text) {
    String beginning =
        BEGINNINGS.stream()
            .filter(text::startsWith)
            .findFirst()
            .orElseThrow(() -> new AssertionError("not a text of the contract: " + text));
    return to + ":" + beginning;
  }

  List<String> replies() {
    return replies;
  }

  boolean isOnline() {
    return state == State.ONLINE;
  }

  boolean isOpen() {
    return state != State.CLOSING;
  }

  void receive(byte[] bytes) {
    if (state == State.CLOSING) {
      return;
    }
    received.writeBytes(bytes);
    if (state == State.NAMELESS) {
      silentSinceNs = nowNs;
      String all = received.toString(StandardCharsets.ISO_8859_1);
      int end = all.replace('{', '\n').indexOf('\n');
      if (end >= 0) {
        register(end);
      } else if (all.length() > Limits.USERNAME_BYTES_MAX) {
        register(all.length());
      }
    }
    readFrames();
  }

  void advance(Duration time) {
    nowNs += time.toNanos();
    expire();
    boolean silent = nowNs - silentSinceNs >= limits.registrationGrace().toNanos();
    // The sockets are looked at once more before a name is taken as complete.
    nowNs++;
    expire();
    if (state == State.NAMELESS && received.size() > 0 && silent) {
      register(received.size());
    }
  }

  void endInput() {
    if (state == State.NAMELESS && received.size() > 0) {
      register(received.size());
    }
    if (state == State.ONLINE && frames().insideObject()) {
      bad("❌ Error: Invalid message: ");
    }
    state = State.CLOSING;
  }

  private void expire() {
    if (state == State.NAMELESS && nowNs >= limits.registrationMax().toNanos()) {
      close("Guest", "⛔ Error: No username received within 10 s.");
    }
  }

  private void register(int nameBytes) {
    byte[] all = received.toByteArray();
    try {
      name = Username.parse(Unpooled.wrappedBuffer(all, 0, nameBytes)).name();
      say(name, "Welcome ");
      state = State.ONLINE;
      received.reset();
      received.write(all, nameBytes, all.length - nameBytes);
    } catch (InvalidUsernameException e) {
      close("Guest", "⛔ Error: Invalid username: ");
    }
  }

  private ReferenceFrames frames() {
    return ReferenceFrames.of(received.toByteArray(), limits.messageBytesMax());
  }

  private void readFrames() {
    if (state != State.ONLINE) {
      return;
    }
    List<String> frames = frames().frames();
    while (state == State.ONLINE && framesSeen < frames.size()) {
      answer(frames.get(framesSeen++));
    }
  }

  private void answer(String frame) {
    switch (frame) {
      case ReferenceFrames.GARBAGE -> bad("❌ Error: Invalid message: ");
      case ReferenceFrames.TOO_DEEP -> close(name, "❌ Error: Invalid message: ");
      case ReferenceFrames.TOO_LARGE -> close(name, "❌ Error: Message over ");
      default -> {
        byte[] object = frame.getBytes(StandardCharsets.ISO_8859_1);
        Optional<Message> message = ReferenceMessage.parse(object);
        message.ifPresentOrElse(this::route, () -> bad("❌ Error: Invalid message: "));
      }
    }
  }

  private void route(Message message) {
    switch (message.to()) {
      case "/help" -> say(name, "Available commands:");
      case "/time" -> say(name, "Server time: ");
      case "/list" -> say(name, "You are the only active user!");
      case "/shout" -> say(name, "Message sent to 0 users");
      case "/standard" -> say(name, "Every message is one JSON object");
      default -> {
        if (message.to().startsWith("/")) {
          say(name, "❌ Error: Unknown command ");
        } else if (message.to().equals(name)) {
          replies.add(name + ">" + name + ":" + message.msg());
        } else {
          say(name, "❌ Error: User ");
        }
      }
    }
  }

  private void bad(String reply) {
    badInputs++;
    if (badInputs < limits.badInputsMax()) {
      say(name, reply);
    } else {
      close(name, "⛔ Error: Too many invalid messages.");
    }
  }

  private void close(String to, String lastWords) {
    say(to, lastWords);
    state = State.CLOSING;
  }

  private void say(String to, String beginning) {
    replies.add(to + ":" + beginning);
  }
}
