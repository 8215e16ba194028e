package dev.hubbub.bots.engine;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** File descriptors of this process: every connection takes one. */
public final class OpenFiles {
  /** What the process may open besides connections: jars, pipes, the event loop. */
  private static final int RESERVE = 64;

  /** Where the system doesn't tell its limit. */
  private static final int CONNECTIONS_MAX_UNKNOWN = 10_000;

  private OpenFiles() {}

  /** How many connections this process can hold, with what it has open now. */
  public static int connectionsMax() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? (int)
            Math.min(
                Integer.MAX_VALUE,
                unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount() - RESERVE)
        : CONNECTIONS_MAX_UNKNOWN;
  }

  /** How many are open; takes a while when they are many. 0 where the system doesn't tell. */
  static long count() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }
}
