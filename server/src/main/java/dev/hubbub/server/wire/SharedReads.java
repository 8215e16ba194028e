package dev.hubbub.server.wire;

import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import io.netty.util.concurrent.FastThreadLocal;

/**
 * How channels read: into buffers of one size, and with one state of a read for each event loop.
 * Netty's own keeps a state for each channel, to learn the sizes of its reads: 144 bytes for as
 * long as a user is idle. Only for transports that end the reads of one channel before they begin
 * those of another, which io_uring doesn't.
 */
final class SharedReads extends DefaultMaxMessagesRecvByteBufAllocator {
  // A page: dozens of messages. What is left of it after a message is copied, so nothing this large
  // stays with a connection unless it has sent part of a message and nothing else.
  private static final int READ_BYTES = 4_096;

  // As Netty's own.
  private static final int READS_PER_PASS_MAX = 16;

  private final FastThreadLocal<Read> reads =
      new FastThreadLocal<>() {
        @Override
        protected Read initialValue() {
          return new Read();
        }
      };

  SharedReads() {
    super(READS_PER_PASS_MAX);
  }

  /** The state of the calling event loop, which every read begins anew. */
  @Override
  public Read newHandle() {
    return reads.get();
  }

  final class Read extends MaxMessageHandle {
    @Override
    public int guess() {
      return READ_BYTES;
    }
  }
}
