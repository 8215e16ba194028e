package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;

/** Writes load messages of the chat contract. The names must need no escape in JSON. */
final class MessageWriter {
  private final PayloadWriter writer;

  /** A writer of such payloads. */
  MessageWriter(LoadPayload payload) {
    writer = new PayloadWriter("\",\"msg\":\"", payload, "\"}\n");
  }

  /** The part of all messages of a sender that comes before the receiver. */
  static byte[] head(String sender) {
    return Driver.ascii("{\"from\":{\"name\":\"" + sender + "\",\"ip\":\"127.0.0.1\"},\"to\":\"");
  }

  /** Writes a message. */
  void write(ByteBuf out, byte[] head, byte[] to, long sequence, boolean toEveryone) {
    writer.write(out, head, to, sequence, toEveryone);
  }
}
