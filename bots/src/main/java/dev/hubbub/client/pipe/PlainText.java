package dev.hubbub.client.pipe;

import dev.hubbub.client.text.SafeText;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.ServerTexts;

/** A message as text for people: further lines are indented, control characters are symbols. */
final class PlainText {
  private PlainText() {}

  static String of(Message message) {
    String to = message.to().equals(ServerTexts.EVERYONE) ? " → " + ServerTexts.EVERYONE : "";
    String text = String.join("\n  ", SafeText.lines(message.msg()));
    return SafeText.of(message.from().name()) + to + ": " + text;
  }

  static boolean isFromServer(Message message) {
    return message.from().equals(Sender.SERVER);
  }
}
