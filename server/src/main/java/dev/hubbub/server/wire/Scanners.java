package dev.hubbub.server.wire;

import dev.hubbub.protocol.ObjectScanner;
import org.jspecify.annotations.Nullable;

/**
 * The scanner of one event loop. It is lent to the connection that is scanned, which keeps it only
 * while an object is incomplete: one for each connection would cost 56 bytes for as long as a user
 * is idle. On the event loop only.
 */
final class Scanners {
  private final int messageBytesMax;
  private @Nullable ObjectScanner idle;

  Scanners(int messageBytesMax) {
    this.messageBytesMax = messageBytesMax;
  }

  /** A scanner that is between objects. */
  ObjectScanner lend() {
    ObjectScanner scanner = idle;
    idle = null;
    return scanner == null ? new ObjectScanner(messageBytesMax) : scanner;
  }

  /** Takes a scanner back, unless it is inside an object; returns whether it does. */
  boolean takeBackIfBetweenObjects(ObjectScanner scanner) {
    if (!scanner.isBetweenObjects()) {
      return false;
    }
    idle = scanner;
    return true;
  }
}
