package dev.hubbub.gatling.engine;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.ServerTexts;

/** What a step may ask of a reply. */
final class Replies {
  private Replies() {}

  /** Whether a message answers a request: not what users say, nor what the server announces. */
  static boolean isReply(Message message) {
    return message.from().name().equals(Sender.SERVER.name())
        && !message.msg().equals(ServerTexts.SHUTTING_DOWN);
  }

  /** Whether the server says that something went wrong. */
  static boolean isError(Message reply) {
    return reply.msg().startsWith("❌") || reply.msg().startsWith("⛔");
  }

  /** The first line: the report groups failures by their text, so it must not grow. */
  static String headline(Message reply) {
    return reply.msg().lines().findFirst().orElse("");
  }
}
