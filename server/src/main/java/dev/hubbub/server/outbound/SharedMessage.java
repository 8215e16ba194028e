package dev.hubbub.server.outbound;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A message that is encoded already and whose memory is reserved once, for all its receivers. It
 * lives until {@link #close} and until the last receiver is done with it. Safe to use from any
 * thread.
 */
public final class SharedMessage implements Outgoing, AutoCloseable {
  private final ByteBuf encoded;
  private final PendingTotal memory;
  private final int reservedBytes;
  private final AtomicInteger holders = new AtomicInteger(1);

  /**
   * A message.
   *
   * @param encoded the message, whose ownership passes to this object
   * @param memory where its bytes are reserved
   * @param reservedBytes how many are, to be given back at the end
   */
  public SharedMessage(ByteBuf encoded, PendingTotal memory, int reservedBytes) {
    this.encoded = encoded;
    this.memory = memory;
    this.reservedBytes = reservedBytes;
  }

  @Override
  public int bytes() {
    return encoded.readableBytes();
  }

  /** Nothing more than what is reserved. */
  @Override
  public int memoryBytes() {
    return 0;
  }

  /** The receivers share the bytes; each has indices of its own. */
  @Override
  public ByteBuf open() {
    holders.incrementAndGet();
    return encoded.retainedDuplicate();
  }

  @Override
  public Runnable whenDone() {
    return this::close;
  }

  /** No further receiver is offered this; also said by each receiver at its end. */
  @Override
  public void close() {
    if (holders.decrementAndGet() == 0) {
      encoded.release();
      memory.release(reservedBytes);
    }
  }
}
