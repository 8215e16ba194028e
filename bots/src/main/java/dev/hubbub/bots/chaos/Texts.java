package dev.hubbub.bots.chaos;

import java.util.regex.Pattern;

/** What the server says, as docs/protocol.md has it. */
final class Texts {
  static final String SERVER = "SERVER";
  static final String SERVER_IP = "0.0.0.0";
  static final String GUEST = "Guest";
  static final String EVERYONE = "Everyone";
  static final String TAKEN = "⛔ Error: Username already in! Try with another name.";
  static final String FULL = "⛔ Error: Server full.";
  static final String TOO_MANY_FROM_ADDRESS = "⛔ Error: Too many connections from your address.";
  static final String SHUTTING_DOWN = "Server is shutting down.";
  static final String INVALID = "❌ Error: Invalid message: ";
  static final String NO_OBJECT = INVALID + "expected '{'";
  static final String TOO_DEEP = INVALID + "nested too deep";
  static final String TOO_MANY_INVALID = "⛔ Error: Too many invalid messages.";
  static final Pattern NO_NAME =
      Pattern.compile("⛔ Error: No username received within [0-9.]+ s\\.");
  static final Pattern TOO_LARGE = Pattern.compile("❌ Error: Message over ([0-9]+) bytes");
  static final Pattern TIME =
      Pattern.compile(
          "Server time: \\d\\d:\\d\\d:\\d\\d \\(\\d{4}-\\d\\d-\\d\\d, UTC[+-]\\d\\d:\\d\\d\\)");

  private static final String WELCOME_AFTER_NAME =
      "! Connection established.\nSend message to /help for a list of available commands!\n";
  private static final String FIRST = "You are the first connected user.";
  private static final String ONLINE = "Online users: ";

  private Texts() {}

  /** Whether a text welcomes a user of that name. */
  static boolean isWelcome(String text, String name) {
    String start = "Welcome " + name + WELCOME_AFTER_NAME;
    if (!text.startsWith(start)) {
      return false;
    }
    String users = text.substring(start.length());
    return users.equals(FIRST) || users.startsWith(ONLINE);
  }

  static String notAvailable(String name) {
    return "❌ Error: User '" + name + "' is not available.";
  }

  static String unknownCommand(String command) {
    return "❌ Error: Unknown command '" + command + "'. Send to /help for the commands.";
  }
}
