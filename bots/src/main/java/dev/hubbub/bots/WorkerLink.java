package dev.hubbub.bots;

import dev.hubbub.bots.worker.WorkerCommand;
import java.io.IOException;

/**
 * The way to one worker. What the worker says comes in by itself, into the {@link Mailbox} that the
 * link was opened with; so does its end, as a failure.
 */
interface WorkerLink {
  /**
   * Tells the worker a command. Any thread may.
   *
   * @throws IOException if the worker is gone
   */
  void send(WorkerCommand command) throws IOException;

  /** Lets the worker end, by force when it takes too long, and waits for it. */
  void close();
}
