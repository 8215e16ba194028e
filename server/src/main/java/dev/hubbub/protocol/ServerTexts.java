package dev.hubbub.protocol;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/**
 * The texts that the server says. A rejection is recognised by {@code Error}; clients in the field
 * rely on it.
 */
public final class ServerTexts {
  /** Whom the server addresses before a name is registered. */
  public static final String GUEST = "Guest";

  /** Whom a shouted message is addressed to. */
  public static final String EVERYONE = "Everyone";

  /** Begins every reply that says no and lets the connection go on. */
  public static final String ERROR = "❌ Error: ";

  /** Begins every reply that says no and ends the connection, but for a message over the limit. */
  public static final String FATAL = "⛔ Error: ";

  /** Begins the reply to a name that breaks a rule. */
  public static final String INVALID_USERNAME = FATAL + "Invalid username: ";

  /** Begins the reply to an object over the size limit. */
  public static final String MESSAGE_TOO_LARGE = ERROR + "Message over ";

  /** Begins the welcome, which the name follows. */
  public static final String WELCOME = "Welcome ";

  /** The name is in use. */
  public static final String USERNAME_TAKEN =
      "⛔ Error: Username already in! Try with another name.";

  /** No further connection is taken. */
  public static final String SERVER_FULL = "⛔ Error: Server full.";

  /** The address has as many connections as it may. */
  public static final String TOO_MANY_FROM_ADDRESS =
      "⛔ Error: Too many connections from your address.";

  /** The server ends. */
  public static final String SHUTTING_DOWN = "Server is shutting down.";

  /** The reply to {@code /list} when nobody else is there. */
  public static final String ONLY_USER = "You are the only active user!";

  /** Begins the reply to an object, or to bytes between objects, that are no message. */
  public static final String INVALID_MESSAGE = "❌ Error: Invalid message: ";

  /** The reply to {@code /standard}. */
  public static final String SCHEMA =
      """
      Every message is one JSON object with exactly these fields, all of them strings:
      {"from": {"name": "your name", "ip": "your address"}, "to": "receiver", "msg": "text"}
      'to' is a username or a command such as /help. The server fills in 'from' itself. \
      An unknown, missing or repeated field is an error.\
      """;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss (yyyy-MM-dd, 'UTC'xxx)", Locale.ROOT);

  private ServerTexts() {}

  /** The name breaks a rule. */
  public static String invalidUsername(String reason) {
    return INVALID_USERNAME + reason + ".";
  }

  /** The name did not come in time. */
  public static String noUsername(Duration within) {
    BigDecimal seconds = BigDecimal.valueOf(within.toMillis(), 3).stripTrailingZeros();
    return "⛔ Error: No username received within " + seconds.toPlainString() + " s.";
  }

  /** An input is no message. */
  public static String invalidMessage(String reason) {
    return INVALID_MESSAGE + reason;
  }

  /** An object is over the size limit. */
  public static String messageTooLarge(int bytesMax) {
    return MESSAGE_TOO_LARGE + bytesMax + " bytes";
  }

  /** One bad input too many; the connection ends. */
  public static String tooManyInvalidMessages(String lastReason) {
    return "⛔ Error: Too many invalid messages. The last one: " + lastReason;
  }

  /** The receiver is not on line, or can't take the message. */
  public static String notAvailable(String to) {
    return "❌ Error: User '" + UnicodeText.quote(to) + "' is not available.";
  }

  /** There is no such endpoint. */
  public static String unknownCommand(String to) {
    return "❌ Error: Unknown command '"
        + UnicodeText.quote(to)
        + "'. Send to /help for the commands.";
  }

  /** A shout was passed on. */
  public static String shouted(int users) {
    return "Message sent to " + users + " users";
  }

  /** The time of the server, with what a user needs to compare it with the own clock. */
  public static String time(ZonedDateTime now) {
    return "Server time: " + TIME.format(now);
  }

  /** Everyone on line but the requester. */
  public static String onlineUsers(Collection<String> others) {
    return onlineUsers(others.size()) + String.join(", ", others);
  }

  /** Begins the reply to {@code /list}; the names follow, separated by a comma and a space. */
  public static String onlineUsers(int others) {
    return "Online users (" + others + "): ";
  }
}
