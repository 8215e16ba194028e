package dev.hubbub.server.wire;

import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Looks at the sockets once in an interval and not for each message, as network cards moderate
 * their interrupts: what arrives within it is read, routed and flushed in one pass. Under load most
 * of the cost of a message is the kernel putting threads to sleep and waking them, here and at the
 * receivers; docs/decisions/0011 has the figures.
 *
 * <p>The interval runs from the start of one look to the start of the next. So a loop that was idle
 * for longer answers at once, one that is busy for longer never waits, and in between a message
 * waits for less than the interval. What other threads hand over meanwhile doesn't end the wait, so
 * it costs them no system call; it is seen at its end.
 *
 * <p>What is scheduled is not kept waiting.
 *
 * <p>On the event loop only, but for waking up.
 */
final class ModeratedWakeups extends ForwardingIoHandler {
  private final long intervalNs;
  private final LongSupplier clockNs;
  private final LongConsumer pauseNs;
  private long lookedNs;

  /**
   * Has another one look no more often than this.
   *
   * @param clockNs a monotonic clock
   * @param pauseNs has the calling thread wait for so long
   */
  ModeratedWakeups(
      IoHandler delegate, Duration interval, LongSupplier clockNs, LongConsumer pauseNs) {
    super(delegate);
    this.intervalNs = interval.toNanos();
    this.clockNs = clockNs;
    this.pauseNs = pauseNs;
    this.lookedNs = clockNs.getAsLong() - intervalNs;
  }

  /** Makes handlers that look no more often than this; an interval of zero changes nothing. */
  static IoHandlerFactory around(IoHandlerFactory factory, Duration interval) {
    return interval.isZero()
        ? factory
        : executor ->
            new ModeratedWakeups(
                factory.newHandler(executor), interval, System::nanoTime, LockSupport::parkNanos);
  }

  @Override
  public int run(IoHandlerContext context) {
    if (context.canBlock()) {
      long nowNs = clockNs.getAsLong();
      long leftNs = Math.min(intervalNs - (nowNs - lookedNs), context.delayNanos(nowNs));
      if (leftNs > 0) {
        pauseNs.accept(leftNs);
      }
    }
    lookedNs = clockNs.getAsLong();
    return super.run(context);
  }
}
