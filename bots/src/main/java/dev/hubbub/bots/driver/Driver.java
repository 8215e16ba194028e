package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * How the users of a load speak to one kind of server.
 *
 * @implSpec A driver serves all connections of one worker, on its event loop. It writes into
 *     buffers that it is given and keeps none of them. What a user sends carries a {@link
 *     LoadPayload} and so has the same {@code msg} whatever the protocol around it.
 */
public interface Driver {
  /** What is the same in all messages of a user of that name: ASCII that needs no escape. */
  Identity identity(String name);

  /** Writes what a user says first on a new connection, so that it becomes registered. */
  void greet(ByteBuf out, Identity user);

  /**
   * Writes a load message.
   *
   * @param to the address of the receiver, of an {@link Identity} or as {@link #ascii} gives it
   * @param toEveryone whether it is marked as one to everyone
   */
  void message(ByteBuf out, Identity from, byte[] to, long sequence, boolean toEveryone);

  /**
   * Writes a load message whose payload has so many bytes.
   *
   * @implSpec A protocol that only knows one size of payload, that of its {@link LoadPayload}, uses
   *     this one and writes that.
   */
  default void message(
      ByteBuf out, Identity from, byte[] to, long sequence, boolean toEveryone, int bytes) {
    message(out, from, to, sequence, toEveryone);
  }

  /** Writes what a user says last, before it ends its side; nothing where the end says enough. */
  void farewell(ByteBuf out);

  /** Reads what one connection of the user receives, and tells the listener. */
  Inbound inbound(Identity user, InboundListener listener);

  /** How many connections may be on their way to being registered at a time. */
  int handshakesMax();

  /**
   * Whether a message comes back to its sender instead of going to its receiver. Then a delivered
   * message is one that came back.
   */
  boolean isEcho();

  /** Text as bytes. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
