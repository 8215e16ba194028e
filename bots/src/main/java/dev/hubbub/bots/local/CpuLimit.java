package dev.hubbub.bots.local;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much processor time a group gets.
 *
 * @param cpus processors' worth of time, 0.25 is a quarter of one
 */
record CpuLimit(double cpus) {
  /**
   * The period over which the kernel hands it out. With its default of 100 ms a server that has
   * used up its part stands still for up to 99 ms, which is beyond any SLO of a chat; with 10 ms it
   * is at most 10 ms.
   */
  static final int PERIOD_MICROS = 10_000;

  /** The kernel takes no less than a millisecond a period. */
  static final double CPUS_MIN = 0.1;

  static final double CPUS_MAX = 1_024;

  CpuLimit {
    if (!(cpus >= CPUS_MIN && cpus <= CPUS_MAX)) {
      throw new IllegalArgumentException(
          "'cpus' must be between " + CPUS_MIN + " and " + CPUS_MAX + ", got: " + cpus);
    }
  }

  /** What to write to which files of a group, in this order. */
  Map<String, String> files(CgroupHierarchy.Version version) {
    long quotaMicros = Math.round(cpus * PERIOD_MICROS);
    Map<String, String> files = new LinkedHashMap<>();
    switch (version) {
      case V1 -> {
        files.put("cpu.cfs_period_us", Integer.toString(PERIOD_MICROS));
        files.put("cpu.cfs_quota_us", Long.toString(quotaMicros));
      }
      case V2 -> files.put("cpu.max", quotaMicros + " " + PERIOD_MICROS);
    }
    return files;
  }
}
