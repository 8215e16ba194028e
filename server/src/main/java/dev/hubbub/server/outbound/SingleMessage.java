package dev.hubbub.server.outbound;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * A message to one receiver, encoded once it is taken.
 *
 * @param message what is sent
 * @param bytes its length on the wire
 * @param allocator where its buffer comes from
 */
public record SingleMessage(Message message, int bytes, ByteBufAllocator allocator)
    implements Outgoing {
  /** A message whose length is not known yet. */
  public SingleMessage(Message message, ByteBufAllocator allocator) {
    this(message, MessageEncoder.encodedBytes(message), allocator);
  }

  @Override
  public int memoryBytes() {
    return bytes;
  }

  @Override
  public ByteBuf open() {
    return MessageEncoder.encode(message, bytes, allocator);
  }
}
