package dev.hubbub.bots.breakpoint;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a command on Ctrl-C or SIGTERM in an orderly way: interrupts the thread that runs it, and
 * keeps the JVM from ending until that thread has cleaned up and written what it has.
 *
 * <p>Created, used and closed by the command's thread; the signal comes on another.
 */
public final class Interruption implements AutoCloseable {
  // Stopping a server may take its drain time-out.
  private static final Duration CLEAN_UP_MAX = Duration.ofSeconds(20);

  private final Thread command = Thread.currentThread();
  private final Thread hook = new Thread(this::interrupt, "hubbub-interrupt");
  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch cleanedUp = new CountDownLatch(1);
  private boolean finishing;

  private Interruption() {}

  /** From now on a signal interrupts the calling thread. */
  public static Interruption ofThisThread() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /**
   * From now on a signal interrupts nobody: what follows is cleaning up. Whether one came before.
   *
   * <p>Processes that this one started may have had the same signal, and may be seen to end before
   * it is heard of here, so it is waited for a moment.
   *
   * @param failed whether the command ended with an error, which a signal may be behind
   */
  public boolean finish(boolean failed) throws InterruptedException {
    boolean came = requested.await(failed ? 500 : 0, TimeUnit.MILLISECONDS);
    synchronized (this) {
      finishing = true;
      boolean interrupted = Thread.interrupted();
      came |= interrupted || requested.getCount() == 0;
    }
    return came;
  }

  /** The command has cleaned up: the JVM may end. */
  @Override
  public void close() {
    cleanedUp.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook is running.
    }
  }

  private void interrupt() {
    requested.countDown();
    synchronized (this) {
      if (!finishing) {
        command.interrupt();
      }
    }
    try {
      cleanedUp.await(CLEAN_UP_MAX.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
