package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Reads what one connection receives, wherever the stream is cut, and tells it to an {@link
 * InboundListener}.
 *
 * @implSpec Takes each buffer over and releases it, at the latest in {@link #close}; after that,
 *     and once it has said that a stream is broken, nothing more is told.
 */
public interface Inbound {
  /** Takes over bytes as they came. */
  void read(ByteBufAllocator allocator, ByteBuf bytes);

  /** Releases what is held of an unfinished message. */
  void close();
}
