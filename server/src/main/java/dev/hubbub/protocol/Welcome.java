package dev.hubbub.protocol;

import java.util.Iterator;

/**
 * The first message to a new user. It names who is on line as far as {@link
 * Limits#SERVER_MESSAGE_BYTES_MAX} allows, so that joining costs the same however many there are.
 */
public final class Welcome {
  private static final String SEPARATOR = ", ";

  private Welcome() {}

  /**
   * The welcome of a user.
   *
   * @param name who joins
   * @param others names of those who are on line already; read only as far as they are named
   * @param othersCount how many they are
   */
  public static Message to(String name, Iterator<String> others, int othersCount) {
    String head =
        ServerTexts.WELCOME
            + name
            + "! Connection established.\nSend message to /help for a list of available commands!\n";
    if (othersCount == 0 || !others.hasNext()) {
      return message(name, head + "You are the first connected user.");
    }
    head += "Online users: ";
    int room = Limits.SERVER_MESSAGE_BYTES_MAX - MessageEncoder.encodedBytes(message(name, head));
    return message(name, head + list(others, othersCount, room));
  }

  private static String list(Iterator<String> others, int othersCount, int room) {
    StringBuilder names = new StringBuilder();
    int roomBeforeTail = room - UnicodeText.jsonBytes(tail(othersCount));
    int bytes = 0;
    int named = 0;
    int lengthWithTail = 0;
    int namedWithTail = 0;
    while (others.hasNext()) {
      String next = named == 0 ? others.next() : SEPARATOR + others.next();
      bytes += UnicodeText.jsonBytes(next);
      if (bytes > room) {
        names.setLength(lengthWithTail);
        return names.append(tail(Math.max(1, othersCount - namedWithTail))).toString();
      }
      names.append(next);
      named++;
      if (bytes <= roomBeforeTail) {
        lengthWithTail = names.length();
        namedWithTail = named;
      }
    }
    return names.toString();
  }

  private static String tail(int more) {
    return " … and " + more + " more: send to /list for all";
  }

  private static Message message(String name, String text) {
    return new Message(Sender.SERVER, name, text);
  }
}
