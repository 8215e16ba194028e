package dev.hubbub.server.outbound;

import dev.hubbub.protocol.ForwardableMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** A message to one receiver, copied from its sender's bytes once it is taken. */
public final class ForwardedMessage implements Outgoing {
  private final byte[] prefix;
  private final ForwardableMessage message;
  private final ByteBufAllocator allocator;
  private final int bytes;

  /**
   * A message.
   *
   * @param prefix how all messages of the sender begin
   * @param message what is sent; valid only until the sender's next message
   * @param allocator where its buffer comes from
   */
  public ForwardedMessage(byte[] prefix, ForwardableMessage message, ByteBufAllocator allocator) {
    this.prefix = prefix;
    this.message = message;
    this.allocator = allocator;
    this.bytes = prefix.length + message.forwardedBytes();
  }

  @Override
  public int bytes() {
    return bytes;
  }

  @Override
  public int memoryBytes() {
    return bytes;
  }

  @Override
  public ByteBuf open() {
    ByteBuf out = allocator.ioBuffer(bytes);
    message.writeTo(out.writeBytes(prefix));
    return out;
  }
}
