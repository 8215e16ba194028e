package dev.hubbub.server.outbound;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way out. Its bytes are asked for only once a receiver has taken it, so that
 * nothing is allocated for what is refused.
 */
public interface Outgoing {
  /** Its length on the wire, in bytes. */
  int bytes();

  /** What it adds to the memory in which messages wait, in bytes. */
  int memoryBytes();

  /** A buffer with the message for a receiver that has taken it, who releases it. */
  ByteBuf open();

  /**
   * What to do when a receiver is done with the buffer from {@link #open}, on any thread; null for
   * nothing.
   */
  default @Nullable Runnable whenDone() {
    return null;
  }
}
