package dev.hubbub.benchmarks.protocol;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.Sender;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;

/** The messages that are decoded, encoded and framed. */
public enum Sample {
  /** What people write: 24 characters. */
  SHORT("see you in five minutes!"),
  /** A pasted text: 4 KiB, with the quotes and line feeds that need an escape. */
  LONG("He said \"no\".\n".repeat(4_096 / 14)),
  /** Four alphabets and a pair of surrogates: 1 to 4 bytes a character. */
  NON_ASCII("Grüße, привет, 你好 👋 ".repeat(4));

  // Made once and never given back, which is no leak.
  private static final ByteBufAllocator ALLOCATOR = new UnpooledByteBufAllocator(true, true);

  private final String text;

  Sample(String text) {
    this.text = text;
  }

  /** The message. */
  Message message() {
    return new Message(new Sender("alice", "192.168.1.7"), "bob", text);
  }

  /** The message as it is on the wire, line feed included, in a buffer that needs no release. */
  ByteBuf encoded() {
    return MessageEncoder.encode(message(), ALLOCATOR);
  }
}
