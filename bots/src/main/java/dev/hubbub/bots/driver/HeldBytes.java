package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.ByteToMessageDecoder;

/** The beginning of a message whose rest has not come yet. */
final class HeldBytes {
  private ByteBuf held = Unpooled.EMPTY_BUFFER;

  /** What was held with the bytes after it; the caller owns it, and nothing is held any more. */
  ByteBuf followedBy(ByteBufAllocator allocator, ByteBuf bytes) {
    ByteBuf before = held;
    held = Unpooled.EMPTY_BUFFER;
    return before.isReadable()
        ? ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, before, bytes)
        : bytes;
  }

  /** Takes over what could not be read yet. */
  void keepRest(ByteBuf rest) {
    if (rest.isReadable()) {
      held = rest;
    } else {
      rest.release();
    }
  }

  void release() {
    held.release();
    held = Unpooled.EMPTY_BUFFER;
  }
}
