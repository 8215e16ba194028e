package dev.hubbub.gatling.engine;

import dev.hubbub.protocol.Message;

/** What a step may ask of a reply. */
final class Replies {
  private Replies() {}

  /** Whether the server says that something went wrong. */
  static boolean isError(Message reply) {
    return reply.msg().startsWith("❌") || reply.msg().startsWith("⛔");
  }

  /** The first line: the report groups failures by their text, so it must not grow. */
  static String headline(Message reply) {
    return reply.msg().lines().findFirst().orElse("");
  }
}
