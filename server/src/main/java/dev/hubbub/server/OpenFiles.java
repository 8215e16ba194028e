package dev.hubbub.server;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/** How many connections the limit for open files of this process allows. */
final class OpenFiles {
  /**
   * Files kept for everything but users: the program's own (jars, event loops, standard streams:
   * some 40) and the connections that are being turned away.
   */
  static final int RESERVE = 96;

  private OpenFiles() {}

  /** Files that this process may open; empty where the system doesn't say. */
  static OptionalLong max() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? OptionalLong.of(system.getMaxFileDescriptorCount())
        : OptionalLong.empty();
  }

  /** Connections that fit into so many open files, less the reserve; at least one. */
  static int connections(long openFilesMax) {
    return Math.clamp(openFilesMax - RESERVE, 1, Integer.MAX_VALUE);
  }
}
