package dev.hubbub.server.faults;

import java.time.Duration;

/** What a {@link FaultProxy} does to the bytes of a connection, the same in both directions. */
sealed interface Fault {
  /** Passes every byte on by itself. */
  record Slice() implements Fault {}

  /** Passes bytes on in their order, each read after a random time. */
  record Delay(Duration max) implements Fault {}

  /** Ends both connections after a random number of bytes, by the end of the stream. */
  record Cut(int bytesMin, int bytesMax) implements Fault {}

  /** Ends both connections after a random number of bytes, by a reset. */
  record Reset(int bytesMin, int bytesMax) implements Fault {}

  /** Passes nothing on and reads nothing after a random number of bytes; all stays open. */
  record Stall(int bytesMin, int bytesMax) implements Fault {}
}
